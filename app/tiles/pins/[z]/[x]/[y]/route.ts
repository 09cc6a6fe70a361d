import { publicRoute } from "@/features/members/guard";
import { stranger } from "@/features/members/schema";
import { filterOf, tileAddressSchema, tileParametersSchema } from "@/features/pins/doors/schema";
import { pinTile } from "@/features/pins/tiles/queries";
import { AppError } from "@/lib/errors";
import { answer, openAnswer, preflight, readOnly, readQuery } from "@/lib/http";

export const OPTIONS = preflight;
export const POST = readOnly;
export const PUT = readOnly;
export const PATCH = readOnly;
export const DELETE = readOnly;

type Context = { params: Promise<{ z: string; x: string; y: string }> };

export async function GET(request: Request, { params }: Context): Promise<Response> {
  return answer("/tiles/pins/{z}/{x}/{y}", async () => {
    await publicRoute("the map is open data", request);
    const tile = tileAddressSchema.safeParse(await params);
    if (!tile.success) throw new AppError("not-found", { detail: "There is no such tile." });
    const parameters = readQuery(tileParametersSchema, new URL(request.url).searchParams);
    return openAnswer(request, {
      type: "application/vnd.mapbox-vector-tile",
      body: await pinTile(stranger, tile.data, filterOf(parameters)),
      maxAgeSeconds: 30,
    });
  });
}
