import { publicRoute } from "@/features/members/guard";
import { stranger } from "@/features/members/schema";
import { collectionOf } from "@/features/pins/doors/rules";
import { filterOf, listParametersSchema } from "@/features/pins/doors/schema";
import { nearestPins, pinsInBox } from "@/features/pins/queries";
import { env } from "@/lib/env";
import { answer, openAnswer, preflight, readOnly, readQuery } from "@/lib/http";

export const OPTIONS = preflight;
export const POST = readOnly;
export const PUT = readOnly;
export const PATCH = readOnly;
export const DELETE = readOnly;

export async function GET(request: Request): Promise<Response> {
  return answer("/api/v1/pins", async () => {
    await publicRoute("the map is open data", request);
    const address = new URL(request.url);
    const { near, radius, bbox, limit, cursor, ...filters } = readQuery(
      listParametersSchema,
      address.searchParams,
    );
    const paging = { filter: filterOf(filters), limit, cursor };
    const page = near
      ? await nearestPins(stranger, { near, radiusMetres: radius, box: bbox, ...paging })
      : await pinsInBox(stranger, { box: bbox, ...paging });
    const { APP_URL } = env();
    const collection = collectionOf(page, address, APP_URL);
    return openAnswer(request, {
      type: "application/geo+json; charset=utf-8",
      body: JSON.stringify(collection),
      maxAgeSeconds: 30,
      link: collection.next ? `<${collection.next}>; rel="next"` : undefined,
    });
  });
}
