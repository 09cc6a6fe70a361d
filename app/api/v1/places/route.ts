import { publicRoute } from "@/features/members/guard";
import { stranger } from "@/features/members/schema";
import { placesAnswer } from "@/features/pins/doors/rules";
import { placeParametersSchema } from "@/features/pins/doors/schema";
import { searchPlaces } from "@/features/places/queries";
import { answer, openAnswer, preflight, readOnly, readQuery } from "@/lib/http";

export const OPTIONS = preflight;
export const POST = readOnly;
export const PUT = readOnly;
export const PATCH = readOnly;
export const DELETE = readOnly;

export async function GET(request: Request): Promise<Response> {
  return answer("/api/v1/places", async () => {
    await publicRoute("the gazetteer is open data", request);
    const { q, near } = readQuery(placeParametersSchema, new URL(request.url).searchParams);
    const places = await searchPlaces(stranger, { words: q, near });
    return openAnswer(request, {
      type: "application/json; charset=utf-8",
      body: JSON.stringify(placesAnswer(places)),
      maxAgeSeconds: 3_600,
    });
  });
}
