import { publicRoute } from "@/features/members/guard";
import { answer } from "@/lib/http";

/** The process runs, whatever else does. */
export async function GET(request: Request): Promise<Response> {
  return answer("/livez", async () => {
    await publicRoute("whoever watches this server asks it", request);
    return Response.json({ status: "ok" }, { headers: { "cache-control": "no-store" } });
  });
}
