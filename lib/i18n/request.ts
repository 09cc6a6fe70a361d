import { getRequestConfig } from "next-intl/server";
import { isLocale } from "./locale";
import { getReader } from "./reader";

/** The messages of the reader's language, or of the one that a caller asks for (mail). */
export default getRequestConfig(async ({ locale: asked }) => {
  const locale = isLocale(asked) ? asked : (await getReader()).locale;
  const messages = await import(`../../messages/${locale}.json`);
  return { locale, messages: messages.default, timeZone: "UTC" };
});
