import type messages from "../../messages/en.json";
import type { Locale } from "./locale";

/** Keys and locales are checked by the compiler; English is the reference. */
declare module "next-intl" {
  interface AppConfig {
    Locale: Locale;
    Messages: typeof messages;
  }
}
