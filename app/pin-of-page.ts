import { notFound, unstable_rethrow } from "next/navigation";
import { cache } from "react";
import { getViewer } from "@/features/members/guard";
import { pinById } from "@/features/pins/queries";
import type { PinDetail } from "@/features/pins/schema";
import { AppError } from "@/lib/errors";
import { logError } from "@/lib/log";

/** The pin of a page's address, read once per request; a page that says so when there is none. */
export const pinOfPage = cache(async (pinId: string): Promise<PinDetail> => {
  try {
    return await pinById(await getViewer(), pinId);
  } catch (error) {
    const isMissing =
      error instanceof AppError && (error.code === "not-found" || error.code === "gone");
    if (isMissing) notFound();
    throw error;
  }
});

/** The same, or null while the records are away, so that the page can say so without a script. */
export const pinIfReachable = cache(async (pinId: string): Promise<PinDetail | null> => {
  try {
    return await pinOfPage(pinId);
  } catch (error) {
    unstable_rethrow(error);
    logError({ event: "pin unavailable", route: "/pins/[pinId]" }, error);
    return null;
  }
});
