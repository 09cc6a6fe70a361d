import { publicRoute } from "@/features/members/guard";
import { stranger } from "@/features/members/schema";
import { noParametersSchema } from "@/features/pins/doors/schema";
import { areaTile } from "@/features/requests/areas/queries";
import { areaTileSchema } from "@/features/requests/areas/schema";
import { AppError } from "@/lib/errors";
import { answer, openAnswer, preflight, readOnly, readQuery } from "@/lib/http";

export const OPTIONS = preflight;
export const POST = readOnly;
export const PUT = readOnly;
export const PATCH = readOnly;
export const DELETE = readOnly;

type Context = { params: Promise<{ z: string; x: string; y: string }> };

export const GET = (request: Request, { params }: Context): Promise<Response> =>
  answer("/tiles/requests/{z}/{x}/{y}", async () => {
    await publicRoute("counts by large cell are for everybody, and the same for all", request);
    const tile = areaTileSchema.safeParse(await params);
    if (!tile.success) throw new AppError("not-found", { detail: "There is no such tile." });
    readQuery(noParametersSchema, new URL(request.url).searchParams);
    return openAnswer(request, {
      type: "application/vnd.mapbox-vector-tile",
      maxAgeSeconds: 30,
      body: await areaTile(stranger, tile.data),
    });
  });
