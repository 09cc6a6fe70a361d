import { NextIntlClientProvider } from "next-intl";
import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { PeriodNotice } from "@/features/pins/hours/period/components/period-notice";
import { type PinDetail, pinDetailSchema } from "@/features/pins/schema";
import { pinContent } from "@/lib/testing/builders";
import en from "@/messages/en.json";
import { PinPlace } from "./pin-place";

const now = new Date("2026-11-26T18:00:00Z");
const reader = { locale: "en", formatTag: "en-GB", units: "metric" } as const;
const pin: PinDetail = pinDetailSchema.parse({
  ...pinContent,
  ...{ id: "00000000-0000-4000-8000-000000000001", code: "AB2C3D", visibility: "listed" },
  ...{ isOpen: null, openUntil: null, opensAt: null, status: "open", pausedUntil: null },
  ...{ freshness: "fresh", checkedAt: null, checkedByCount: 0, doubt: null, doubtedAt: null },
  ...{ observedAt: now, createdAt: now, updatedAt: now, version: 1, addedBy: null },
  ...{ isSample: false, source: null, licence: null, distanceMetres: null },
});

const htmlOf = (node: ReactNode) =>
  renderToStaticMarkup(
    <NextIntlClientProvider locale="en" messages={en} timeZone="UTC">
      {node}
    </NextIntlClientProvider>,
  );

describe("where a pin is", () => {
  const place = (change: Partial<PinDetail>) =>
    htmlOf(<PinPlace pin={{ ...pin, ...change }} now={now} reader={reader} />);
  const move = {
    effect: "moved",
    firstDay: "2026-11-20",
    lastDay: "2026-11-30",
    to: "the library",
    note: null,
  } as const;
  const hrefs = (html: string) => [...html.matchAll(/href="([^"]*)"/g)].map(([, href]) => href);

  it("is the other place while it has moved, and every way leads there", () => {
    const html = place({ exceptions: [{ ...move, point: { lng: -87.7, lat: 41.9 } }] });
    expect(html.replace(/<[^>]+>/g, " ")).toMatch(
      /Moved until 30 Nov: the library.*41\.90000, -87\.70000.*Its usual place:.*12 Elm St/,
    );
    expect(hrefs(html)).toHaveLength(4);
    expect(hrefs(html).every((href) => href?.includes("41.9"))).toBe(true);
  });

  it("is said to be the usual one where nobody knows the other exactly", () => {
    const html = place({ exceptions: [{ ...move, point: null }] });
    expect(html.replace(/<[^>]+>/g, " ")).toMatch(/the library.*Its usual place:.*41\.88000/);
  });

  it("is one place when nothing has moved", () => {
    const over = { ...move, lastDay: "2026-11-25", point: { lng: -87.7, lat: 41.9 } };
    expect(place({ exceptions: [over] })).toBe(place({}));
    expect(place({})).not.toContain("Its usual place");
  });
});

describe("a drive that is not on", () => {
  const notice = (details: PinDetail["details"]) =>
    htmlOf(<PeriodNotice pin={{ ...pin, details }} now={now} reader={reader} />);

  it("says when it begins and ends", () => {
    const both = { "starts-on": "2026-12-07", "ends-on": "2027-01-05" };
    expect(notice(both)).toContain("From 7 December 2026 to 5 January 2027.");
    expect(notice({ "starts-on": "2026-11-27" })).toContain("It begins on 27 November 2026.");
    expect(notice({ "ends-on": "2026-11-25" })).toContain("It ended on 25 November 2026.");
    expect(notice({ "starts-on": "2026-11-26", "ends-on": "2026-11-26" })).toBe("");
  });
});
