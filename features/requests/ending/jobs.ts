import "server-only";
import { batchSize, erasePosts, expirePosts, remindPosters } from "./mutations";
import {
  eraseNotices,
  erasePlaces,
  eraseReports,
  eraseThreads,
  forgetAreas,
} from "./threads/mutations";

/** In this order: what has just expired is not reminded of. */
const steps = [
  expirePosts,
  remindPosters,
  erasePosts,
  erasePlaces,
  eraseThreads,
  eraseReports,
  eraseNotices,
  forgetAreas,
];
const mostRounds = 20;

/**
 * Ends, reminds and erases whatever its time has come for. Done twice it comes to the same. When
 * there is more than one job should take on, `isDone` is false.
 */
export async function lookAfterRequests(now: Date): Promise<{ count: number; isDone: boolean }> {
  let count = 0;
  for (let round = 0; round < mostRounds; round++) {
    let isFull = false;
    for (const step of steps) {
      const done = await step(now);
      count += done;
      isFull ||= done >= batchSize;
    }
    if (!isFull) return { count, isDone: true };
  }
  return { count, isDone: false };
}
