import { NextIntlClientProvider } from "next-intl";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { parseFind } from "@/features/pins/find/schema";
import type { Locale } from "@/lib/i18n/locale";
import en from "@/messages/en.json";
import es from "@/messages/es.json";
import { Heard } from "./heard";

const messages = { en, es };

function heard(parameters: Record<string, string>, locale: Locale = "en", isTooLong = false) {
  return renderToStaticMarkup(
    <NextIntlClientProvider locale={locale} messages={messages[locale]} timeZone="UTC">
      <Heard
        find={parseFind(parameters)}
        isTooLong={isTooLong}
        reader={{ locale, formatTag: locale, units: "metric" }}
      />
    </NextIntlClientProvider>,
  );
}

describe("how a search was understood", () => {
  it("is not said of a plain search, nor of no search", () => {
    expect(heard({})).toBe("");
    expect(heard({ q: "Hope Pantry" })).toBe("");
    expect(heard({ kind: "water", open: "now" })).toBe("");
  });

  it("names the filters that came from the words and are still on, each with the way to drop it", () => {
    const asked = {
      said: "food open now no id",
      kind: "food-pantry",
      open: "now",
      access: "no-id",
    };
    const html = heard(asked);
    expect(html).toContain("We took these filters from “food open now no id”");
    expect(html).toMatch(/href="\/\?kind=food-pantry&amp;access=no-id[^"]*"[^>]*>.*Open now/);
    expect(heard({ ...asked, open: "" })).not.toContain("Open now");
    expect(heard({ ...asked, access: "halal" })).not.toContain("No ID needed");
    expect(heard({ said: asked.said, kind: "food-pantry" })).toBe("");
  });

  it("says what nobody understood, and what is not on the map", () => {
    const said = "food stampz";
    expect(heard({ said, left: "stampz" })).toContain("We did not understand “stampz”");
    expect(heard({ said, left: "stampz" }, "es")).toContain("No entendimos «stampz»");
    const doctor = heard({ said: "food and a doctor", left: "doctor" });
    expect(doctor).toContain("no places for “doctor”");
    expect(doctor).toContain('href="/requests/new"');
  });

  it("sends nobody who seeks a refuge to a list of refuges", () => {
    const html = heard({ q: "somewhere to sleep" });
    expect(html).toContain("must not be found");
    expect(html).toContain("kind=warming-centre");
    expect(html).not.toContain("/requests/new");
  });

  it("says that it could not read signs alone, or too much", () => {
    expect(heard({ q: "😀🍎" })).toContain("We did not understand “😀🍎”");
    expect(heard({}, "en", true)).toContain("too long");
  });
});
