import { NextIntlClientProvider } from "next-intl";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { useAskedWords } from "@/features/pins/find/components/filter-words";
import { noFilter, type PinFilter, type PinSummary } from "@/features/pins/schema";
import type { Reader } from "@/lib/i18n/locale";
import { pinContent } from "@/lib/testing/builders";
import en from "@/messages/en.json";
import { PinCard } from "./pin-card";

const now = new Date("2026-03-12T17:00:00Z");
const reader: Reader = { locale: "en", formatTag: "en-GB", units: "metric" };
const said = (value: "yes" | "no") =>
  ({ value, saidBy: "member", saidAt: "2026-03-10T17:00:00.000Z" }) as const;

const pin: PinSummary = {
  ...pinContent,
  id: "00000000-0000-4000-8000-000000000001",
  ...{ code: "ABCDEF", isOpen: null, openUntil: null, opensAt: null, status: "open" },
  ...{ pausedUntil: null, freshness: "ageing", checkedAt: null, checkedByCount: 0, doubt: null },
  ...{ observedAt: now, isSample: false, licence: null, distanceMetres: null, source: null },
  ...{ openingHours: null, exceptions: [], details: {} },
};

function Card({ change, filter }: { change: Partial<PinSummary>; filter: Partial<PinFilter> }) {
  const askedWords = useAskedWords({ ...noFilter, ...filter }, now, reader);
  const shown = { ...pin, ...change };
  const asked = askedWords(shown);
  return (
    <PinCard pin={shown} href="/" asked={asked} isFromHere={false} now={now} reader={reader} />
  );
}

/** The lines of a card between its address and how sure we are. */
function linesOf(details: PinSummary["details"], filter: Partial<PinFilter> = {}): string[] {
  const html = renderToStaticMarkup(
    <NextIntlClientProvider locale="en" messages={en} timeZone="UTC">
      <Card change={{ details }} filter={filter} />
    </NextIntlClientProvider>,
  );
  return html
    .split(/<\/?(?:p|h2)[^>]*>/)
    .map((line) => line.replace(/<[^>]+>/g, "").trim())
    .filter(Boolean)
    .slice(2, -1);
}

describe("what decides, on a card", () => {
  it("is what the kind turns on, known or not", () => {
    expect(linesOf({})).toEqual(["Hours not known · Not known whether ID is needed"]);
    expect(linesOf({ "id-asked": said("no") })).toEqual(["Hours not known · No ID needed"]);
  });

  it("begins with all that is known to keep people out", () => {
    expect(linesOf({ "referral-needed": said("yes"), "serves-area-only": said("yes") })).toEqual([
      "Hours not known · Referral needed · For people from a certain area · Not known whether ID is needed",
    ]);
  });

  it("stays when something else was asked for, and is said once", () => {
    const details = { "referral-needed": said("yes"), halal: said("yes") };
    expect(linesOf(details, { access: ["halal"] })).toEqual([
      "Hours not known · Referral needed",
      "Halal food · a neighbour, 2 days ago",
      "Not known whether ID is needed",
    ]);
    expect(linesOf({ "id-asked": said("no") }, { access: ["no-id"] })).toEqual([
      "Hours not known",
      "No ID needed · a neighbour, 2 days ago",
    ]);
    expect(linesOf({}, { unknown: ["no-id"] })).toEqual([
      "Hours not known",
      "Not known whether ID is needed",
    ]);
  });
});
