import type { ReactNode } from "react";
import { LeaveFrame } from "@/features/members/components/leave-frame";

/** Whatever is a member's own has the quick exit on it. */
export default function MeLayout({ children }: { children: ReactNode }) {
  return <LeaveFrame>{children}</LeaveFrame>;
}
