import { NextIntlClientProvider } from "next-intl";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { daysOfWeek } from "@/features/pins/detail/rules";
import { certainWeek } from "@/features/pins/hours/rules";
import { type PinDetail, pinDetailSchema } from "@/features/pins/schema";
import type { Locale, Reader } from "@/lib/i18n/locale";
import en from "@/messages/en.json";
import es from "@/messages/es.json";
import { SharePin } from "./components/share-pin";

const messages = { en, es };
const readers: Record<Locale, Reader> = {
  en: { locale: "en", formatTag: "en-GB", units: "metric" },
  es: { locale: "es", formatTag: "es", units: "metric" },
};
const link = "https://map.example.org/p/AB2C3D";
/** A Thursday noon in Chicago. */
const now = new Date("2026-03-12T17:00:00Z");

const pin: PinDetail = pinDetailSchema.parse({
  id: "00000000-0000-4000-8000-000000000001",
  code: "AB2C3D",
  kind: "food-pantry",
  name: "Elm Street Pantry",
  lng: -87.63,
  lat: 41.88,
  isApproximate: false,
  timeZone: "America/Chicago",
  street: "12 Elm St",
  city: "Chicago",
  region: "IL",
  postcode: "60601",
  country: "US",
  hoursText: null,
  openingHours: "Th,Fr 09:00-17:00",
  exceptions: [],
  isOpen: true,
  openUntil: null,
  opensAt: null,
  details: {},
  status: "open",
  pausedUntil: null,
  freshness: "fresh",
  checkedAt: new Date("2026-03-10T17:00:00Z"),
  checkedByCount: 3,
  doubt: null,
  doubtedAt: null,
  observedAt: now,
  isSample: false,
  source: null,
  licence: null,
  distanceMetres: null,
  description: null,
  phone: null,
  website: null,
  visibility: "listed",
  createdAt: now,
  updatedAt: now,
  version: 1,
  addedBy: null,
});

function daysOf(shown: PinDetail) {
  const week = certainWeek(shown, now);
  return week && daysOfWeek(week, now, shown.timeZone);
}

function linesOf(change: Partial<PinDetail>, locale: Locale = "en", known = true): string[] {
  const shown = { ...pin, ...change };
  const html = renderToStaticMarkup(
    <NextIntlClientProvider locale={locale} messages={messages[locale]} timeZone="UTC">
      <SharePin
        pin={shown}
        days={known ? daysOf(shown) : null}
        link={link}
        now={now}
        reader={readers[locale]}
      />
    </NextIntlClientProvider>,
  );
  const [, text = ""] = /<textarea[^>]*>([^<]*)<\/textarea>/.exec(html) ?? [];
  return text.split("\n");
}

describe("the text to send", () => {
  it("says what, where, when and how sure, as of today", () => {
    expect(linesOf({ phone: "(312) 555-0142" })).toEqual([
      "Elm Street Pantry",
      "Food pantry · Not known whether ID is needed",
      "12 Elm St, Chicago, IL 60601",
      "Hours of the coming days: Thu, Fri 9:00 to 17:00; Sat, Sun, Mon, Tue, Wed closed",
      "Telephone: (312) 555-0142",
      "As of 12 March 2026: Checked 2 days ago by 3 neighbours",
      link,
    ]);
  });

  it.each([
    ['"by appointment"', "by appointment"],
    ['Mo-Fr "solo con cita previa"; Sa 10:00-12:00', "cita previa"],
    ["Mo-Fr 09:00-17:00; Sa 10:00+", "10:00"],
  ])("calls no day closed that %s may open", (openingHours, said) => {
    const text = linesOf({ openingHours, isOpen: false }).join("\n");
    expect(text.toLowerCase()).toContain(said);
    expect(text).not.toContain("closed");
  });

  it("says everything that is known to keep people out", () => {
    const said = { value: "yes", saidBy: "member", saidAt: "2026-03-01T12:00:00.000Z" } as const;
    expect(linesOf({ details: { "referral-needed": said } })[1]).toBe(
      "Food pantry · Referral needed · Not known whether ID is needed",
    );
  });

  it("says it in Spanish", () => {
    expect(linesOf({}, "es")).toEqual([
      "Elm Street Pantry",
      "Despensa de alimentos · No se sabe si piden identificación",
      "12 Elm St, Chicago, IL 60601",
      "Horario de los próximos días: jue, vie de 9:00 a 17:00; sáb, dom, lun, mar, mié cerrado",
      "Al 12 de marzo de 2026: Comprobado anteayer por 3 personas del barrio",
      link,
    ]);
  });

  it.each<[Partial<PinDetail>, string]>([
    [{ openingHours: null }, "Hours not known"],
    [
      { openingHours: "Mo-Fr 22:00-02:00; PH off" },
      "Hours: Mon–Fri 22:00–2:00; public holidays closed",
    ],
    [{ hoursText: "Ask Maria" }, "Hours: Ask Maria"],
    [{ status: "paused" }, "Paused for now"],
    [
      { status: "paused", pausedUntil: new Date("2026-04-01T17:00:00Z") },
      "Paused until 1 April 2026",
    ],
    [{ status: "gone" }, "Gone, neighbours say"],
  ])("says of hours that are not known, or of none, %j: %s", (change, words) => {
    expect(linesOf(change, "en", false)).toContain(words);
  });

  it("says when a drive begins and ends, by date", () => {
    const weekly = { openingHours: "Mo-Fr 09:00-17:00" };
    expect(linesOf({ ...weekly, details: { "starts-on": "2026-04-07" } })).toContain(
      "Begins on 7 April 2026. Hours: Mon–Fri 9:00–17:00",
    );
    expect(linesOf({ ...weekly, details: { "ends-on": "2026-03-11" } })).toContain(
      "Ended on 11 March 2026",
    );
  });

  it("says the hours of other days", () => {
    const exception = {
      effect: "hours",
      firstDay: "2026-03-13",
      lastDay: "2026-03-13",
      openingHours: "10:00-13:00",
      note: null,
    } as const;
    expect(linesOf({ exceptions: [exception] })).toContain(
      "Other hours Fri 13 Mar: 10:00 to 13:00",
    );
  });

  it("says which days are not as usual, by date", () => {
    const days = { firstDay: "2026-03-13", lastDay: "2026-03-13", note: null };
    const moved = { ...days, effect: "moved", to: "the library", point: null } as const;
    const over = {
      ...days,
      firstDay: "2026-03-01",
      lastDay: "2026-03-11",
      effect: "closed",
    } as const;
    expect(linesOf({ exceptions: [over, moved] }).slice(3, 6)).toEqual([
      "Hours of the coming days: Thu, Fri 9:00 to 17:00; Sat, Sun, Mon, Tue, Wed closed",
      "Moved Fri 13 Mar: the library",
      "As of 12 March 2026: Checked 2 days ago by 3 neighbours",
    ]);
  });

  it("warns of what one must know first", () => {
    expect(linesOf({ isSample: true })[0]).toBe("This is a made-up sample, so do not go there.");
    expect(linesOf({ doubt: "gone" })).toContain("Someone says that this is gone");
    expect(linesOf({ freshness: "dormant" }).at(-2)).toBe(
      "As of 12 March 2026: Nobody has checked this for very long. It may be gone.",
    );
  });
});
