import { publicRoute } from "@/features/members/guard";
import { leaveQuickly } from "@/features/members/session";
import { answer } from "@/lib/http";

/** The quick exit: ends this browser's session, clears what it kept of us, and leads elsewhere. */
export const GET = (request: Request) =>
  answer("/leave", async () => {
    await publicRoute("whoever has to leave must not be asked anything", request);
    return leaveQuickly(request);
  });
