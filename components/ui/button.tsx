import type { ComponentProps, ReactNode } from "react";
import styles from "./button.module.css";
import { Link } from "./link";

type Look = "primary" | "quiet" | "plain" | "danger";

type ButtonLook = { look?: Look; icon?: ReactNode };

const className = (look: Look, extra?: string) =>
  [styles.button, styles[look], extra].filter(Boolean).join(" ");

/** A button that does something; `type="submit"` unless told otherwise. */
export function Button({
  look = "primary",
  icon,
  children,
  className: extra,
  type = "submit",
  ...rest
}: ButtonLook & ComponentProps<"button">) {
  return (
    <button type={type} className={className(look, extra)} {...rest}>
      {icon}
      {children}
    </button>
  );
}

/** A link that looks like a button: to the next step of a task, or out to another app (tel:, geo:). */
export function ButtonLink({
  look = "primary",
  icon,
  children,
  className: extra,
  ...rest
}: ButtonLook & ComponentProps<typeof Link>) {
  const { href } = rest;
  if (typeof href === "string" && !href.startsWith("/")) {
    return (
      <a className={className(look, extra)} href={href} rel={rest.rel}>
        {icon}
        {children}
      </a>
    );
  }
  return (
    <Link className={className(look, extra)} {...rest}>
      {icon}
      {children}
    </Link>
  );
}

/** Buttons side by side, below one another where there is no room. */
export const ButtonRow = ({ children }: { children: ReactNode }) => (
  <div className={styles.row}>{children}</div>
);
