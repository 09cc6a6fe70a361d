import { NextIntlClientProvider } from "next-intl";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { noFilter, type PinFilter, type PinSummary } from "@/features/pins/schema";
import type { Locale, Reader } from "@/lib/i18n/locale";
import { pinContent } from "@/lib/testing/builders";
import en from "@/messages/en.json";
import es from "@/messages/es.json";
import { useAskedWords, useFilterWords } from "./filter-words";

const messages = { en, es };
const readers: Record<Locale, Reader> = {
  en: { locale: "en", formatTag: "en-US", units: "miles" },
  es: { locale: "es", formatTag: "es-MX", units: "metric" },
};
const now = new Date("2026-03-22T12:00:00Z");

function said(locale: Locale, Words: () => string): string {
  const html = renderToStaticMarkup(
    <NextIntlClientProvider locale={locale} messages={messages[locale]} timeZone="UTC">
      <Words />
    </NextIntlClientProvider>,
  );
  return html.replace(/\u202f/g, " ");
}

const filterSaid = (locale: Locale, asked: Partial<PinFilter>) =>
  said(locale, () => useFilterWords(readers[locale]).filter({ ...noFilter, ...asked }));

describe("a filter in words", () => {
  it.each<[Partial<PinFilter>, string, string]>([
    [{ kinds: ["food-pantry"] }, "Food pantries", "Despensas de alimentos"],
    [{ openAt: "now" }, "Open now", "Abierto ahora"],
    [
      { openAt: { weekday: "fri", minutes: 18 * 60 } },
      "Open Friday, 6:00 PM",
      "Abierto el viernes, 6:00 p.m.",
    ],
    [{ access: ["no-id"] }, "No ID needed", "Sin identificación"],
    [{ speaks: ["zh"] }, "Chinese spoken", "Se habla chino"],
    [{ freshDays: 30 }, "Checked in the last 30 days", "Comprobado en los últimos 30 días"],
    [
      { unknown: ["no-id"] },
      "Not known whether ID is needed",
      "No se sabe si piden identificación",
    ],
    [{ unknown: ["hours"] }, "Hours not known", "No se sabe el horario"],
  ])("%j", (asked, english, spanish) => {
    expect(filterSaid("en", asked)).toBe(english);
    expect(filterSaid("es", asked).replace(/\u00a0/g, " ")).toBe(spanish);
  });
});

describe("what a card says of what was asked for", () => {
  const saidAt = "2026-03-01T12:00:00.000Z";
  const pin: PinSummary = {
    ...pinContent,
    id: "00000000-0000-4000-8000-000000000001",
    ...{ code: "ABCDEF", isOpen: null, openUntil: null, opensAt: null, status: "open" },
    ...{ pausedUntil: null, freshness: "ageing", checkedAt: null, checkedByCount: 0, doubt: null },
    ...{ observedAt: now, isSample: false, licence: null, distanceMetres: null },
    exceptions: [],
    source: "Hope Food Bank",
    details: {
      "id-asked": { value: "no", saidBy: "source", saidAt },
      wheelchair: { value: "yes", saidBy: "member", saidAt },
    },
  };
  const cardSaid = (asked: Partial<PinFilter>, more: Partial<PinSummary> = {}) =>
    said("en", () =>
      useAskedWords(
        { ...noFilter, ...asked },
        now,
        readers.en,
      )({ ...pin, ...more })
        .map(({ words }) => words)
        .join("; "),
    );

  it("names who said it, and when", () => {
    expect(cardSaid({ access: ["no-id", "wheelchair"] })).toBe(
      "No ID needed · Hope Food Bank, Mar 2026; Wheelchair accessible · a neighbour, 3 weeks ago",
    );
    expect(cardSaid({ access: ["no-id"] }, { source: null })).toBe(
      "No ID needed · its list, Mar 2026",
    );
  });

  it("never says that a thing is so when nobody has said it", () => {
    expect(cardSaid({ access: ["halal"] })).toBe("Not known whether there is halal food");
    expect(cardSaid({ unknown: ["kosher"] })).toBe("Not known whether there is kosher food");
  });

  it("says of a fridge what is so by its nature, and names nobody", () => {
    expect(cardSaid({ access: ["no-id"] }, { kind: "community-fridge", details: {} })).toBe(
      "Nobody asks for ID here",
    );
  });

  it("is nothing when nothing of the sort was asked", () => {
    expect(cardSaid({ kinds: ["food-pantry"], openAt: "now", freshDays: 30 })).toBe("");
  });
});
