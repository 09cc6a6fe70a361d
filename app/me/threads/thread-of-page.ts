import { notFound } from "next/navigation";
import { cache } from "react";
import type { MemberViewer } from "@/features/members/schema";
import { threadById, threadToReport } from "@/features/requests/threads/queries";
import type { ThreadShown, ThreadToReport } from "@/features/requests/threads/schema";
import { AppError } from "@/lib/errors";

function sayNothingHere(error: unknown): never {
  if (error instanceof AppError && error.code === "not-found") notFound();
  throw error;
}

/** The conversation of this page, or the page that says that there is nothing here. */
export const threadOfPage = cache(
  (viewer: MemberViewer, threadId: string): Promise<ThreadShown> =>
    threadById(viewer, threadId).catch(sayNothingHere),
);

/** The same for the page that reports it, which a block leaves open. */
export const threadToReportOfPage = (
  viewer: MemberViewer,
  threadId: string,
): Promise<ThreadToReport> => threadToReport(viewer, threadId).catch(sayNothingHere);
