import { NextIntlClientProvider } from "next-intl";
import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import type { PinSummary } from "@/features/pins/schema";
import type { Locale, Reader } from "@/lib/i18n/locale";
import en from "@/messages/en.json";
import es from "@/messages/es.json";
import { OpeningLine } from "./opening-line";
import { SurenessLine } from "./sureness-line";

const messages = { en, es };
/** A Thursday noon in Chicago. */
const now = new Date("2026-03-12T17:00:00Z");

const pin: PinSummary = {
  id: "00000000-0000-4000-8000-000000000001",
  code: "ABCDEF",
  kind: "food-pantry",
  name: "Corner pantry",
  lng: -87.63,
  lat: 41.88,
  isApproximate: false,
  timeZone: "America/Chicago",
  street: null,
  city: null,
  region: null,
  postcode: null,
  hoursText: null,
  openingHours: null,
  exceptions: [],
  isOpen: null,
  openUntil: null,
  opensAt: null,
  details: {},
  status: "open",
  pausedUntil: null,
  freshness: "fresh",
  checkedAt: null,
  checkedByCount: 0,
  doubt: null,
  observedAt: now,
  isSample: false,
  source: null,
  licence: null,
  distanceMetres: null,
};

const readers: Record<Locale, Reader> = {
  en: { locale: "en", formatTag: "en-GB", units: "metric" },
  es: { locale: "es", formatTag: "es", units: "metric" },
};

type Line = (props: { pin: PinSummary; now: Date; reader: Reader }) => ReactNode;

function say(Line: Line, change: Partial<PinSummary>, locale: Locale = "en"): string {
  const html = renderToStaticMarkup(
    <NextIntlClientProvider locale={locale} messages={messages[locale]} timeZone="UTC">
      <Line pin={{ ...pin, ...change }} now={now} reader={readers[locale]} />
    </NextIntlClientProvider>,
  );
  return html.replace(/<[^>]+>/g, "");
}

const at = (text: string) => new Date(text);

describe("when it is open", () => {
  const shut = { isOpen: false } as const;
  it.each<[Partial<PinSummary>, string]>([
    [{ isOpen: true, openUntil: at("2026-03-12T23:00:00Z") }, "Open until 18:00"],
    [{ isOpen: true, openUntil: at("2026-03-13T07:00:00Z") }, "Open until tomorrow, 2:00"],
    [{ isOpen: true, openUntil: at("2026-03-14T23:00:00Z") }, "Open until Saturday, 18:00"],
    [{ isOpen: true, openingHours: "24/7" }, "Always open"],
    [{ ...shut, opensAt: at("2026-03-12T20:00:00Z") }, "Opens today at 15:00"],
    [{ ...shut, opensAt: at("2026-03-13T14:00:00Z") }, "Opens tomorrow at 9:00"],
    [{ ...shut, opensAt: at("2026-03-17T14:00:00Z") }, "Opens Tuesday at 9:00"],
    [{ ...shut, opensAt: at("2026-03-24T14:00:00Z") }, "Opens on 24 March 2026"],
    [shut, "Closed now"],
    [{ hoursText: "Ask Maria" }, "Hours: Ask Maria"],
    [{}, "Hours not known"],
    [{ status: "paused" }, "Paused for now"],
    [{ status: "gone", isOpen: true }, "Gone, neighbours say"],
  ])("says of %j: %s", (change, words) => {
    expect(say(OpeningLine, change)).toBe(words);
  });
});

describe("how sure we are", () => {
  const checked = { checkedAt: at("2026-03-10T17:00:00Z"), checkedByCount: 3 };
  it.each<[Partial<PinSummary>, string]>([
    [checked, "Checked 2 days ago by 3 neighbours"],
    [{ ...checked, checkedByCount: 1 }, "Checked 2 days ago by one neighbour"],
    [{ freshness: "new" }, "New, not checked by anyone else yet"],
    [{ freshness: "ageing", source: "A list" }, "Listed today, not checked by a neighbour yet"],
    [
      { freshness: "stale", checkedAt: at("2025-01-12T17:00:00Z") },
      "Last checked 14 months ago. Is it still there?",
    ],
    [{ freshness: "dormant" }, "Nobody has checked this for very long. It may be gone."],
  ])("says of %j: %s", (change, words) => {
    expect(say(SurenessLine, change)).toBe(words);
  });

  it("says it in Spanish too", () => {
    expect(say(SurenessLine, checked, "es")).toBe("Comprobado anteayer por 3 personas del barrio");
  });
});
