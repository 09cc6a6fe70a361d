import type { ReactNode } from "react";

/** Words for screen readers alone. */
export const HiddenText = ({ children }: { children: ReactNode }) => (
  <span className="hidden-text">{children}</span>
);
