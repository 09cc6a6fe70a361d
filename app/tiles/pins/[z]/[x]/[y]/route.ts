import { publicRoute } from "@/features/members/guard";
import { stranger } from "@/features/members/schema";
import { filterOf, tileAddressSchema, tileParametersSchema } from "@/features/pins/doors/schema";
import { keptTile, newTile } from "@/features/pins/tiles/kept/queries";
import { AppError } from "@/lib/errors";
import {
  allGzipped,
  answer,
  gzippedAnswer,
  preflight,
  readOnlyGzipped,
  readQuery,
} from "@/lib/http";

export const OPTIONS = preflight;
export const POST = readOnlyGzipped;
export const PUT = readOnlyGzipped;
export const PATCH = readOnlyGzipped;
export const DELETE = readOnlyGzipped;

type Context = { params: Promise<{ z: string; x: string; y: string }> };

/** An address that was answered before was a good one, and is not looked at again. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const answered = await answer("/tiles/pins/{z}/{x}/{y}", async () => {
    await publicRoute("the map is open data", request);
    const { pathname, search, searchParams } = new URL(request.url);
    const address = pathname + search;
    const readTile = async () => {
      const tile = tileAddressSchema.safeParse(await params);
      if (!tile.success) throw new AppError("not-found", { detail: "There is no such tile." });
      const parameters = readQuery(tileParametersSchema, searchParams);
      return newTile(stranger, address, tile.data, filterOf(parameters));
    };
    return gzippedAnswer(request, {
      type: "application/vnd.mapbox-vector-tile",
      maxAgeSeconds: 30,
      ...(keptTile(address) ?? (await readTile())),
    });
  });
  return allGzipped(request, answered);
}
