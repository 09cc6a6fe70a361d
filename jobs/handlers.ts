import { sweepSignIns } from "@/features/members/mutations";
import { tellNews } from "@/features/notices/jobs";
import { forgetMails } from "@/features/notices/mutations";
import { renewOpenTimes } from "@/features/pins/hours/mutations";
import { keepCounts } from "@/features/pins/tiles/counts/mutations";
import { recountWhenDue } from "@/features/pins/tiles/counts/recount/mutations";
import { severChecks } from "@/features/pins/verification/mutations";
import { lookAfterRequests } from "@/features/requests/ending/jobs";
import { now } from "@/lib/clock";
import { transaction } from "@/lib/db";
import { sweepIdempotencyKeys } from "@/lib/idempotency";
import { logInfo } from "@/lib/log";
import { unsealMail } from "@/lib/mail";
import { sendMail, sweepOutbox } from "@/lib/mail-sender";
import { forgetNetworkKey } from "@/lib/network";
import { enqueue, type JobName, type Jobs } from "@/lib/queue";
import { sweepRateLimits } from "@/lib/rate-limit";
import type { RoundName } from "./schedule";

/** Does one job; done again after a crash, it must come to the same. Throwing means "try later". */
type Handler<Name extends JobName> = (job: Jobs[Name], id: string) => Promise<void>;

export const handlers: { readonly [Name in JobName]: Handler<Name> } = {
  "mail.send": ({ sealedMail }, id) => sendMail(unsealMail(sealedMail), id),
  "pins.renew-hours": async () => {
    const { count, isDone } = await renewOpenTimes(now());
    logInfo({ event: "open times renewed", count });
    if (!isDone) await transaction((tx) => enqueue(tx, "pins.renew-hours", {}));
  },
  "requests.look-after": async () => {
    const { count, isDone } = await lookAfterRequests(now());
    logInfo({ event: "requests looked after", count });
    if (!isDone) await transaction((tx) => enqueue(tx, "requests.look-after", {}));
  },
  "housekeeping.sweep": async () => {
    const moment = now();
    const counts = [
      await sweepSignIns(moment),
      await severChecks(moment),
      await forgetMails(moment),
      await forgetNetworkKey(moment),
      await sweepOutbox(moment),
      await sweepRateLimits(moment),
      await sweepIdempotencyKeys(moment),
    ];
    logInfo({ event: "swept", count: counts.reduce((sum, count) => sum + count, 0) });
  },
};

/** Each answers whether there was anything to do. */
export const roundHandlers: { readonly [Name in RoundName]: () => Promise<boolean> } = {
  "pins.keep-counts": keepCounts,
  "pins.recount": () => recountWhenDue(now()),
  "notices.tell": () => tellNews(now()),
};
