import { publicRoute } from "@/features/members/guard";
import { isReachable } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { answer } from "@/lib/http";

const patienceMs = 1_000;

/** The database answers within a second; 503 otherwise. */
export async function GET(request: Request): Promise<Response> {
  return answer("/readyz", async () => {
    await publicRoute("whoever watches this server asks it", request);
    if (!(await isReachable(patienceMs))) throw new AppError("unavailable");
    return Response.json({ status: "ok" }, { headers: { "cache-control": "no-store" } });
  });
}
