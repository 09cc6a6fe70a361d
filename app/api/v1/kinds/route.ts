import { publicRoute } from "@/features/members/guard";
import { kindsAnswer } from "@/features/pins/doors/rules";
import { noParametersSchema } from "@/features/pins/doors/schema";
import { answer, openAnswer, preflight, readOnly, readQuery } from "@/lib/http";

export const OPTIONS = preflight;
export const POST = readOnly;
export const PUT = readOnly;
export const PATCH = readOnly;
export const DELETE = readOnly;

export async function GET(request: Request): Promise<Response> {
  return answer("/api/v1/kinds", async () => {
    await publicRoute("the catalogue is part of the program", request);
    readQuery(noParametersSchema, new URL(request.url).searchParams);
    return openAnswer(request, {
      type: "application/json; charset=utf-8",
      body: JSON.stringify(kindsAnswer()),
      maxAgeSeconds: 3_600,
    });
  });
}
