import { publicRoute } from "@/features/members/guard";
import { stranger } from "@/features/members/schema";
import { suggestionsAnswer } from "@/features/pins/doors/suggestions/rules";
import { suggestionParametersSchema } from "@/features/pins/doors/suggestions/schema";
import { suggest } from "@/features/pins/find/suggestions/queries";
import { answer, openAnswer, preflight, readOnly, readQuery } from "@/lib/http";
import { readerOf } from "@/lib/i18n/locale";

export const OPTIONS = preflight;
export const POST = readOnly;
export const PUT = readOnly;
export const PATCH = readOnly;
export const DELETE = readOnly;

export async function GET(request: Request): Promise<Response> {
  return answer("/api/v1/suggestions", async () => {
    await publicRoute("what can be found is open data", request);
    const asked = readQuery(suggestionParametersSchema, new URL(request.url).searchParams);
    const { q, near, limit, lang } = asked;
    const reader = readerOf(undefined, lang);
    const suggestions = await suggest(stranger, { words: q, near, limit }, reader);
    return openAnswer(request, {
      type: "application/json; charset=utf-8",
      body: JSON.stringify(suggestionsAnswer(suggestions)),
      maxAgeSeconds: 300,
    });
  });
}
