import { publicRoute } from "@/features/members/guard";
import { openApiDocument } from "@/features/pins/doors/openapi/rules";
import { noParametersSchema } from "@/features/pins/doors/schema";
import { env } from "@/lib/env";
import { answer, openAnswer, preflight, readOnly, readQuery } from "@/lib/http";

export const OPTIONS = preflight;
export const POST = readOnly;
export const PUT = readOnly;
export const PATCH = readOnly;
export const DELETE = readOnly;

export async function GET(request: Request): Promise<Response> {
  return answer("/api/v1/openapi.json", async () => {
    await publicRoute("it tells machines how to read the open data", request);
    readQuery(noParametersSchema, new URL(request.url).searchParams);
    return openAnswer(request, {
      type: "application/json; charset=utf-8",
      body: JSON.stringify(openApiDocument(env().APP_URL)),
      maxAgeSeconds: 3_600,
    });
  });
}
