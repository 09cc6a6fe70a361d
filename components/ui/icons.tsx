import type { ReactNode } from "react";

type IconProps = { size?: number };

/** Line icons on a 24 by 24 grid, drawn by us; decoration only, the words stand beside them. */
function Icon({ size = 20, children }: IconProps & { children: ReactNode }) {
  return (
    <svg
      aria-hidden="true"
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="2"
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      {children}
    </svg>
  );
}

export const SearchIcon = (props: IconProps) => (
  <Icon {...props}>
    <circle cx="10.5" cy="10.5" r="6.5" />
    <path d="m15.5 15.5 5 5" />
  </Icon>
);

export const LocateIcon = (props: IconProps) => (
  <Icon {...props}>
    <circle cx="12" cy="12" r="6" />
    <path d="M12 2.5V6m0 12v3.5M2.5 12H6m12 0h3.5" />
  </Icon>
);

export const PlusIcon = (props: IconProps) => (
  <Icon {...props}>
    <path d="M12 5v14M5 12h14" />
  </Icon>
);

export const MinusIcon = (props: IconProps) => (
  <Icon {...props}>
    <path d="M5 12h14" />
  </Icon>
);

export const CheckIcon = (props: IconProps) => (
  <Icon {...props}>
    <path d="m4.5 12.5 5 5 10-11" />
  </Icon>
);

export const CrossIcon = (props: IconProps) => (
  <Icon {...props}>
    <path d="m6 6 12 12M18 6 6 18" />
  </Icon>
);

export const ChangeIcon = (props: IconProps) => (
  <Icon {...props}>
    <path d="M4 9h13l-4-4M20 15H7l4 4" />
  </Icon>
);

export const ClockIcon = (props: IconProps) => (
  <Icon {...props}>
    <circle cx="12" cy="12" r="8.5" />
    <path d="M12 7v5.2l3.2 2" />
  </Icon>
);

export const PlaceIcon = (props: IconProps) => (
  <Icon {...props}>
    <path d="M12 21.5s7-6.3 7-11.5a7 7 0 0 0-14 0c0 5.2 7 11.5 7 11.500Z" />
    <circle cx="12" cy="10" r="2.5" />
  </Icon>
);

export const PhoneIcon = (props: IconProps) => (
  <Icon {...props}>
    <path d="M6 3.500h3l1.5 4.5-2 1.500a12 12 0 0 0 6 6l1.5-2 4.5 1.500v3a2 2 0 0 1-2.2 2A17 17 0 0 1 4 5.700a2 2 0 0 1 2-2.200Z" />
  </Icon>
);

export const GlobeIcon = (props: IconProps) => (
  <Icon {...props}>
    <circle cx="12" cy="12" r="8.5" />
    <path d="M3.5 12h17M12 3.500c5 5.5 5 11.5 0 17-5-5.5-5-11.5 0-17Z" />
  </Icon>
);

export const PencilIcon = (props: IconProps) => (
  <Icon {...props}>
    <path d="m4 20 1-4.500L16.5 4 20 7.5 8.5 19 4 20Z" />
  </Icon>
);

export const HistoryIcon = (props: IconProps) => (
  <Icon {...props}>
    <path d="M4.5 8A8.5 8.5 0 1 1 3.5 12M4 3.500V8h4.5" />
    <path d="M12 8v4.500l3 1.8" />
  </Icon>
);

export const InfoIcon = (props: IconProps) => (
  <Icon {...props}>
    <circle cx="12" cy="12" r="8.5" />
    <path d="M12 11v5.500M12 7.600v.1" />
  </Icon>
);

export const WarningIcon = (props: IconProps) => (
  <Icon {...props}>
    <path d="M12 4 2.8 19.500h18.400L12 4Z" />
    <path d="M12 10v4.500M12 17v.1" />
  </Icon>
);

export const CopyIcon = (props: IconProps) => (
  <Icon {...props}>
    <rect x="8.5" y="8.5" width="11.5" height="11.5" rx="2.5" />
    <path d="M15.5 8.500V6A2 2 0 0 0 13.5 4H6a2 2 0 0 0-2 2v7.500a2 2 0 0 0 2 2h2.5" />
  </Icon>
);

export const ShareIcon = (props: IconProps) => (
  <Icon {...props}>
    <path d="M12 15V4m-4.5 4L12 3.5 16.5 8" />
    <path d="M6 12v6.500a2 2 0 0 0 2 2h8a2 2 0 0 0 2-2V12" />
  </Icon>
);

export const PrintIcon = (props: IconProps) => (
  <Icon {...props}>
    <path d="M7 8.500V3.500h10v5M7 16.500H4.500v-6a2 2 0 0 1 2-2h11a2 2 0 0 1 2 2v6H17" />
    <path d="M7 14h10v6.500H7Z" />
  </Icon>
);

export const MessageIcon = (props: IconProps) => (
  <Icon {...props}>
    <path d="M4 6.500a2 2 0 0 1 2-2h12a2 2 0 0 1 2 2v8a2 2 0 0 1-2 2h-6.500L7 20.500v-4H6a2 2 0 0 1-2-2Z" />
  </Icon>
);

/** Points to where one came from; mirrored in right-to-left scripts by globals.css. */
export const BackIcon = ({ size = 20 }: IconProps) => (
  <svg
    aria-hidden="true"
    className="mirrored"
    width={size}
    height={size}
    viewBox="0 0 24 24"
    fill="none"
    stroke="currentColor"
    strokeWidth="2.2"
    strokeLinecap="round"
    strokeLinejoin="round"
  >
    <path d="M19 12H5.500M11.5 6l-6 6 6 6" />
  </svg>
);

export const UpIcon = (props: IconProps) => (
  <Icon {...props}>
    <path d="m6 15 6-6 6 6" />
  </Icon>
);

export const DownIcon = (props: IconProps) => (
  <Icon {...props}>
    <path d="m6 9 6 6 6-6" />
  </Icon>
);

/** The mark of the product: a cup with a cube of sugar in it. */
export const CupMark = ({ size = 34 }: IconProps) => (
  <svg aria-hidden="true" width={size} height={size} viewBox="0 0 32 32">
    <rect width="32" height="32" rx="10" fill="var(--primary)" />
    <path d="m13.7 5.2 5.2 2.3-.9 6.3-6-1.2 1.7-7.400Z" fill="var(--sun)" />
    <path
      d="M6.5 12.500h15.500v6.800a6.2 6.2 0 0 1-6.2 6.200h-3.100a6.2 6.2 0 0 1-6.2-6.200v-6.800Z"
      fill="#fff"
    />
    <path
      d="M22 14.700h1.600a3.1 3.1 0 0 1 0 6.200h-2"
      fill="none"
      stroke="#fff"
      strokeWidth="2.2"
      strokeLinecap="round"
    />
  </svg>
);
