import { type NextRequest, NextResponse } from "next/server";
import { z } from "zod";
import { publicRoute } from "@/features/members/guard";
import { env } from "@/lib/env";
import { AppError } from "@/lib/errors";
import { answer } from "@/lib/http";
import { localeCookie, locales } from "@/lib/i18n/locale";

const choiceSchema = z.object({ locale: z.enum(locales) });
const yearSeconds = 365 * 24 * 60 * 60;

/** Our own page that the form was on, or the map: never another site. */
function pageOf(referer: string | null): URL {
  const home = new URL("/", env().APP_URL);
  if (!referer || !URL.canParse(referer)) return home;
  const { pathname, search } = new URL(referer);
  return new URL(`${home.origin}${pathname}${search}`);
}

/** Keeps the language that a person chose in a cookie, and brings them back. */
export const POST = (request: NextRequest) =>
  answer("/language", async () => {
    await publicRoute("anyone may read in their own language", request);
    const form = await request.formData().catch(() => new FormData());
    const choice = choiceSchema.safeParse(Object.fromEntries(form));
    if (!choice.success) throw new AppError("bad-request", { field: "locale" });
    const response = NextResponse.redirect(pageOf(request.headers.get("referer")), 303);
    response.cookies.set(localeCookie, choice.data.locale, {
      httpOnly: true,
      sameSite: "lax",
      secure: env().APP_URL.startsWith("https:"),
      maxAge: yearSeconds,
      path: "/",
    });
    return response;
  });
