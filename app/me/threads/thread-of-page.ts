import { notFound } from "next/navigation";
import { cache } from "react";
import type { MemberViewer } from "@/features/members/schema";
import { threadById } from "@/features/requests/threads/queries";
import type { ThreadShown } from "@/features/requests/threads/schema";
import { AppError } from "@/lib/errors";

/** The conversation of this page, or the page that says that there is nothing here. */
export const threadOfPage = cache(
  (viewer: MemberViewer, threadId: string): Promise<ThreadShown> =>
    threadById(viewer, threadId).catch((error) => {
      if (error instanceof AppError && error.code === "not-found") notFound();
      throw error;
    }),
);
