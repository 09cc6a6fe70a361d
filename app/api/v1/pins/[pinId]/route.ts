import { publicRoute } from "@/features/members/guard";
import { stranger } from "@/features/members/schema";
import { featureOf } from "@/features/pins/doors/rules";
import { noParametersSchema } from "@/features/pins/doors/schema";
import { pinById } from "@/features/pins/queries";
import { env } from "@/lib/env";
import { answer, openAnswer, preflight, readOnly, readQuery } from "@/lib/http";

export const OPTIONS = preflight;
export const POST = readOnly;
export const PUT = readOnly;
export const PATCH = readOnly;
export const DELETE = readOnly;

type Context = { params: Promise<{ pinId: string }> };

export async function GET(request: Request, { params }: Context): Promise<Response> {
  return answer("/api/v1/pins/{id}", async () => {
    await publicRoute("the map is open data", request);
    readQuery(noParametersSchema, new URL(request.url).searchParams);
    const pin = await pinById(stranger, (await params).pinId);
    return openAnswer(request, {
      type: "application/geo+json; charset=utf-8",
      body: JSON.stringify(featureOf(pin, env().APP_URL)),
      maxAgeSeconds: 30,
    });
  });
}
