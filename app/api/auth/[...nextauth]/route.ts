import { publicRoute } from "@/features/members/guard";
import { configuredProviders } from "@/features/members/oauth/rules";
import { providerIdSchema } from "@/features/members/oauth/schema";
import { beginOAuth, finishOAuth } from "@/features/members/oauth/session";
import { signOut } from "@/features/members/session";
import { env } from "@/lib/env";
import { AppError } from "@/lib/errors";
import { answer } from "@/lib/http";
import { getReader } from "@/lib/i18n/reader";

type Context = { params: Promise<{ nextauth: string[] }> };

const route = "/api/auth";

/** The provider that the path names, when the host has set it up. */
async function providerOf(context: Context, step: "signin" | "callback") {
  const [asked, id] = (await context.params).nextauth;
  const configured = configuredProviders(env());
  const provider = configured.find((each) => each.id === id);
  if (asked !== step || !provider) throw new AppError("not-found");
  const { locale } = await getReader();
  return { journey: { configured, locale }, id: providerIdSchema.parse(id) };
}

/** The way back from a provider. Nothing else here answers to GET, an e-mailed link least of all. */
export const GET = (request: Request, context: Context) =>
  answer(route, async () => {
    await publicRoute("people come back from a provider", request);
    const { journey, id } = await providerOf(context, "callback");
    return finishOAuth(journey, id, request);
  });

/** Signing out, and the way to a provider. */
export const POST = (request: Request, context: Context) =>
  answer(route, async () => {
    await publicRoute("anyone may sign in or out", request);
    const [step] = (await context.params).nextauth;
    if (step === "signout") return signOut();
    const { journey, id } = await providerOf(context, "signin");
    const next = (await request.formData()).get("next");
    return beginOAuth(journey, id, typeof next === "string" ? next : "/");
  });
