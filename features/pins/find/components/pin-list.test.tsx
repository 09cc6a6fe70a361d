import { NextIntlClientProvider } from "next-intl";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { parseFind } from "@/features/pins/find/schema";
import type { PinSummary } from "@/features/pins/schema";
import type { Locale, Reader } from "@/lib/i18n/locale";
import en from "@/messages/en.json";
import es from "@/messages/es.json";
import { PinList } from "./pin-list";

const messages = { en, es };
const readers: Record<Locale, Reader> = {
  en: { locale: "en", formatTag: "en-GB", units: "metric" },
  es: { locale: "es", formatTag: "es", units: "metric" },
};
/** One o'clock in the afternoon in Chicago. */
const now = new Date("2026-03-12T18:00:00Z");
const pin: PinSummary = {
  ...{ id: "00000000-0000-4000-8000-000000000001", code: "ABCDEF", kind: "water", name: "Tap" },
  ...{ lng: -87.63, lat: 41.88, isApproximate: false, timeZone: "America/Chicago" },
  ...{ street: null, city: null, region: null, postcode: null, hoursText: null },
  ...{ openingHours: null, exceptions: [], isOpen: null, openUntil: null, opensAt: null },
  ...{ details: {}, status: "open", pausedUntil: null, freshness: "new", checkedAt: null },
  ...{ checkedByCount: 0, doubt: null, observedAt: now, isSample: false, source: null },
  ...{ licence: null, distanceMetres: null },
};

const wordsOf = (pins: readonly PinSummary[], locale: Locale) =>
  renderToStaticMarkup(
    <NextIntlClientProvider locale={locale} messages={messages[locale]} timeZone="UTC">
      <PinList
        pins={pins}
        count={pins.length}
        find={parseFind({})}
        reach={null}
        now={now}
        reader={readers[locale]}
      />
    </NextIntlClientProvider>,
  );

describe("the list on paper", () => {
  it("says of which moment its “today” and “open until” are, by the clock of the places", () => {
    expect(wordsOf([pin], "en")).toContain("As it was on 12 March 2026, 13:00");
    expect(wordsOf([pin], "es")).toContain("Así estaba el 12 de marzo de 2026, 13:00");
  });

  it("says nothing of a moment where nothing is listed", () => {
    expect(wordsOf([], "en")).not.toContain("As it was");
  });
});
