import { NextIntlClientProvider } from "next-intl";
import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { ExceptionWords } from "@/features/pins/hours/exceptions/components/exception-words";
import type { DayException } from "@/features/pins/hours/exceptions/schema";
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

function wordsOf(node: ReactNode, locale: Locale): string {
  const html = renderToStaticMarkup(
    <NextIntlClientProvider locale={locale} messages={messages[locale]} timeZone="UTC">
      {node}
    </NextIntlClientProvider>,
  );
  return html.replace(/<[^>]+>/g, "");
}

const say = (Line: Line, change: Partial<PinSummary>, locale: Locale = "en"): string =>
  wordsOf(<Line pin={{ ...pin, ...change }} now={now} reader={readers[locale]} />, locale);

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
    [{ ...shut, opensAt: at("2026-03-24T14:00:00Z") }, "Opens Tue 24 Mar, 9:00"],
    [shut, "Closed now"],
    [{ ...shut, openingHours: "off" }, "Closed now"],
    [
      { ...shut, openingHours: "Jun-Aug 10:00-12:00" },
      "Closed now. Hours: June–August: every day 10:00–12:00",
    ],
    [{ ...shut, details: { "starts-on": "2026-04-07" } }, "Begins on 7 April 2026"],
    [{ hoursText: "Ask Maria", details: { "starts-on": "2026-03-13" } }, "Begins on 13 March 2026"],
    [
      {
        ...shut,
        opensAt: at("2026-03-24T14:00:00Z"),
        details: { "starts-on": "2026-03-24" },
      },
      "Opens Tue 24 Mar, 9:00",
    ],
    [{ openingHours: "24/7", details: { "ends-on": "2026-03-11" } }, "Ended on 11 March 2026"],
    [{ isOpen: true, openingHours: "24/7", details: { "ends-on": "2026-03-12" } }, "Open now"],
    [{ hoursText: "Ask Maria" }, "Hours: Ask Maria"],
    [{}, "Hours not known"],
    [{ status: "paused" }, "Paused for now"],
    [{ status: "gone", isOpen: true }, "Gone, neighbours say"],
    [{ isOpen: true, openUntil: at("2026-03-12T18:00:30Z") }, "Open, closes in 60 min, at 13:00"],
    [{ isOpen: true, openUntil: at("2026-03-12T17:20:00Z") }, "Open, closes in 20 min, at 12:20"],
    [{ ...shut, opensAt: at("2026-03-12T17:40:00Z") }, "Opens in 40 min, at 12:40"],
    [{ ...shut, openingHours: 'Mo-Fr 09:00-17:00 "by appointment"' }, "By appointment"],
    [{ openingHours: "Mo 10:00+" }, "Hours: Mo 10:00+"],
    [
      { openingHours: "Mo-Fr 22:00-02:00; PH off" },
      "Hours: Mon–Fri 22:00–2:00; public holidays closed",
    ],
    [
      { openingHours: 'Tu[2,4] 16:00-18:00; Tu[-1] "by appointment"' },
      "Hours: 2nd and 4th Tue of the month 16:00–18:00; last Tue of the month by appointment",
    ],
    [
      {
        openingHours:
          "Dec-Feb Mo-Su 18:00-24:00; Mar 01-Mar 15 Mo,We 18:00-24:00; Mar 01-Mar 15 Tu,Th-Su off",
      },
      "Hours: December–February: every day 18:00–0:00; 1 Mar–15 Mar: Mon, Wed 18:00–0:00; Tue, Thu–Sun closed",
    ],
  ])("says of %j: %s", (change, words) => {
    expect(say(OpeningLine, change)).toBe(words);
  });

  it("warns where the walk takes longer than it stays open", () => {
    const closing = { isOpen: true, openUntil: at("2026-03-12T17:40:00Z") };
    const line = (locale: Locale) =>
      wordsOf(
        <OpeningLine
          pin={{ ...pin, ...closing }}
          now={now}
          reader={readers[locale]}
          walkMinutes={45}
        />,
        locale,
      );
    expect(line("en")).toBe("Closes in 40 min, at 12:40: sooner than you can walk there");
    expect(line("es")).toBe("Cierra en 40 min, a las 12:40: antes de que llegues a pie");
  });

  it("says one o'clock and the others with their own articles in Spanish", () => {
    const until = (closes: string, formatTag: string) =>
      wordsOf(
        <OpeningLine
          pin={{ ...pin, isOpen: true, openUntil: at(closes) }}
          now={now}
          reader={{ ...readers.es, formatTag }}
        />,
        "es",
      );
    const american = /^Abierto hasta mañana a la 1:00\sp\.\s?m\.$/;
    expect(until("2026-03-13T18:00:00Z", "es-US")).toMatch(american);
    expect(until("2026-03-13T18:00:00Z", "es")).toBe("Abierto hasta mañana a las 13:00");
    expect(until("2026-03-12T23:00:00Z", "es")).toBe("Abierto hasta las 18:00");
  });

  it("is in minutes across midnight, also when the clocks change", () => {
    const night = new Date("2026-03-08T07:50:00Z");
    const opening = { ...pin, isOpen: false, opensAt: at("2026-03-08T08:10:00Z") };
    expect(wordsOf(<OpeningLine pin={opening} now={night} reader={readers.en} />, "en")).toBe(
      "Opens in 20 min, at 3:10",
    );
  });
});

describe("what is not as usual", () => {
  const exception = (firstDay: string, lastDay = firstDay): DayException => ({
    effect: "closed",
    firstDay,
    lastDay,
    note: null,
  });
  const tell = (told: DayException, locale: Locale = "en") =>
    wordsOf(
      <ExceptionWords exception={told} today="2026-03-12" reader={readers[locale]} />,
      locale,
    );

  it.each([
    [exception("2026-03-12"), "Closed today"],
    [exception("2026-03-13"), "Closed tomorrow"],
    [exception("2026-03-19"), "Closed Thu 19 Mar"],
    [exception("2026-03-10", "2026-03-15"), "Closed until 15 Mar"],
    [exception("2026-03-14", "2026-03-16"), "Closed 14 – 16 Mar"],
  ])("says of %j: %s", (told, words) => {
    expect(tell(told).replaceAll(/\s/g, " ")).toBe(words);
  });

  it.each<[string, string, string, string]>([
    ["10:00-13:00", "2026-03-19", "2026-03-19", "Other hours Thu 19 Mar: 10:00 to 13:00"],
    ["Th 10:00-13:00", "2026-03-19", "2026-03-19", "Other hours Thu 19 Mar: 10:00 to 13:00"],
    ["24/7", "2026-03-12", "2026-03-12", "Other hours today: day and night"],
    [
      "Mo-Fr 09:00-11:00,17:00-18:00",
      "2026-03-16",
      "2026-03-19",
      "Other hours 16 – 19 Mar: 9:00 to 11:00, 17:00 to 18:00",
    ],
    [
      "Mo-Fr 09:00-11:00; Sa 12:00-13:00",
      "2026-03-16",
      "2026-03-21",
      "Other hours 16 – 21 Mar: Mon–Fri 9:00–11:00; Sat 12:00–13:00",
    ],
    ["10:00+", "2026-03-19", "2026-03-19", "Other hours Thu 19 Mar: 10:00+"],
  ])("says the hours of %s from %s to %s: %s", (openingHours, firstDay, lastDay, words) => {
    const told: DayException = { effect: "hours", firstDay, lastDay, openingHours, note: null };
    expect(tell(told).replaceAll(/\s/g, " ")).toBe(words);
  });

  it("says other hours in Spanish too", () => {
    const told: DayException = {
      effect: "hours",
      firstDay: "2026-03-19",
      lastDay: "2026-03-19",
      openingHours: "10:00-13:00",
      note: null,
    };
    expect(tell(told, "es")).toBe("Otro horario jue, 19 mar: de 10:00 a 13:00");
  });

  it("says where it is meanwhile, in both languages", () => {
    const moved: DayException = {
      effect: "moved",
      firstDay: "2026-03-01",
      lastDay: "2026-04-05",
      to: "12 Elm St",
      point: null,
      note: null,
    };
    expect(tell(moved)).toBe("Moved until 5 Apr: 12 Elm St");
    expect(tell(moved, "es")).toBe("En otro sitio hasta el 5 abr: 12 Elm St");
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
