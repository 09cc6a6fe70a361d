import type { ReactNode } from "react";
import { getViewer } from "@/features/members/guard";
import { WaitingList } from "@/features/notices/components/waiting-list";
import { findWaiting } from "@/features/notices/queries";

/** What is new stands over the conversations; here the mail's one link leads. */
export default async function ThreadsLayout({ children }: { children: ReactNode }) {
  const viewer = await getViewer();
  return (
    <>
      {viewer.isMember && <WaitingList waiting={await findWaiting(viewer)} />}
      {children}
    </>
  );
}
