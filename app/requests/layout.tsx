import type { ReactNode } from "react";
import { LeaveFrame } from "@/features/members/components/leave-frame";

/** Every page about requests and offers has the quick exit on it. */
export default function RequestsLayout({ children }: { children: ReactNode }) {
  return <LeaveFrame>{children}</LeaveFrame>;
}
