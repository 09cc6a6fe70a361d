import { describe, expect, it } from "vitest";
import { kinds } from "@/features/kinds/index";
import { freshness } from "@/features/pins/rules";
import { dayMs, hourMs } from "@/lib/clock";
import { type Evidence, standing, verdict } from "./rules";
import type { Word } from "./schema";

const start = new Date("2026-01-01T12:00:00Z");
const day = (count: number) => new Date(start.getTime() + count * dayMs);
const dayOf = (date: Date | null) => date && (date.getTime() - start.getTime()) / dayMs;

const yes = (person: string, at: number, weight = 0.5): Word => ({
  person,
  answer: "still-there",
  change: null,
  weight,
  at: day(at),
});
const gone = (person: string, at: number): Word => ({ ...yes(person, at), answer: "gone" });
const changed = (person: string, at: number, change: Word["change"]): Word => ({
  ...yes(person, at),
  answer: "changed",
  change,
});

const T = 60;
const added: Evidence = {
  freshDays: T,
  lastDay: null,
  timeZone: "America/Chicago",
  addedBy: "Ana",
  createdAt: start,
  observedAt: start,
  importedAt: null,
  words: [],
};
const imported: Evidence = { ...added, addedBy: null, importedAt: start };

const standingInDays = (evidence: Evidence) => {
  const { checkedAt, checkedByCount, freshUntil, ageingUntil, dormantAt } = standing(evidence);
  return [checkedAt, freshUntil, ageingUntil, dormantAt].map(dayOf).concat(checkedByCount);
};

describe("how sure we are: checked on day, fresh, ageing and stale until day, by so many people", () => {
  it.each<[string, Evidence, (number | null)[]]>([
    ["a member's pin that nobody checked", added, [null, null, 120, 240, 0]],
    ["a list's pin that nobody checked", imported, [null, null, 120, 240, 0]],
    [
      "a list that saw the place 100 days before",
      { ...imported, observedAt: day(-100) },
      [null, null, 20, 240, 0],
    ],
    ["the adder and another", { ...added, words: [yes("Ben", 10)] }, [10, 70, 130, 250, 1]],
    ["the adder alone, twice", { ...added, words: [yes("Ana", 10)] }, [null, null, 130, 250, 0]],
    [
      "another, too long after the adder",
      { ...added, words: [yes("Ben", 61)] },
      [61, null, 181, 301, 1],
    ],
    [
      "another, just within the time",
      { ...added, words: [yes("Ben", 60)] },
      [60, 120, 180, 300, 1],
    ],
    [
      "one person alone on a list's pin",
      { ...imported, words: [yes("Ben", 10)] },
      [10, null, 130, 250, 1],
    ],
    [
      "two people on a list's pin",
      { ...imported, words: [yes("Ben", 10), yes("Cleo", 30)] },
      [30, 90, 150, 270, 2],
    ],
    [
      "one person twice",
      { ...imported, words: [yes("Ben", 10), yes("Ben", 30)] },
      [30, null, 150, 270, 1],
    ],
    [
      "a lone word long after two",
      { ...imported, words: [yes("Ben", 0), yes("Cleo", 1), yes("Ben", 100)] },
      [100, 61, 220, 340, 1],
    ],
    [
      "somebody whose word counts whole",
      { ...imported, words: [yes("Ben", 10, 1)] },
      [10, 70, 130, 250, 1],
    ],
    [
      "words that something changed",
      { ...imported, words: [changed("Ben", 10, "moved"), gone("Cleo", 11)] },
      [null, null, 120, 240, 0],
    ],
  ])("%s", (_who, evidence, expected) => {
    expect(standingInDays(evidence)).toEqual(expected);
  });

  it("does not depend on the order of the words", () => {
    const words = [yes("Ben", 10), yes("Cleo", 30), yes("Dan", 20)];
    expect(standing({ ...added, words: words.toReversed() })).toEqual(
      standing({ ...added, words }),
    );
  });

  it("a drive is not stale before its last day, and over the day after", () => {
    const drive = { ...added, freshDays: 14, lastDay: "2026-03-31" };
    const end = new Date("2026-04-01T05:00:00Z");
    expect(standing(drive)).toMatchObject({ freshUntil: null, ageingUntil: end, dormantAt: end });
    const late = { ...drive, createdAt: day(80), words: [yes("Ben", 85)] };
    expect(standing(late)).toMatchObject({ freshUntil: end, dormantAt: end });
  });
});

describe("freshness in words", () => {
  const stateOn = (evidence: Evidence, at: Date, status: "open" | "paused" = "open") =>
    freshness({ ...standing(evidence), status, sourceId: evidence.addedBy ? null : "a list" }, at);
  const later = (date: Date) => new Date(date.getTime() + 1);

  it.each(kinds.map(({ id, freshness: { freshDays } }) => [id, freshDays] as const))(
    "changes for a %s at %d days, twice and four times that, to the millisecond",
    (_id, freshDays) => {
      const pin = { ...added, freshDays };
      expect(stateOn(pin, day(2 * freshDays))).toBe("new");
      expect(stateOn(pin, later(day(2 * freshDays)))).toBe("stale");
      expect(stateOn(pin, day(4 * freshDays))).toBe("stale");
      expect(stateOn(pin, later(day(4 * freshDays)))).toBe("dormant");
      const confirmed = { ...pin, words: [yes("Ben", 1)] };
      expect(stateOn(confirmed, day(1))).toBe("fresh");
      expect(stateOn(confirmed, day(freshDays + 1))).toBe("fresh");
      expect(stateOn(confirmed, later(day(freshDays + 1)))).toBe("ageing");
      expect(stateOn(confirmed, later(day(2 * freshDays + 1)))).toBe("stale");
      expect(stateOn(confirmed, later(day(4 * freshDays + 1)))).toBe("dormant");
    },
  );

  it("a list's pin is ageing at best, whatever its date, and dormant no sooner than 4 T after the import", () => {
    expect(stateOn(imported, start)).toBe("ageing");
    expect(stateOn({ ...imported, observedAt: day(-1000) }, start)).toBe("stale");
    expect(stateOn({ ...imported, observedAt: day(-1000) }, day(240))).toBe("stale");
    expect(stateOn({ ...imported, observedAt: day(-1000) }, later(day(240)))).toBe("dormant");
  });

  it("a pin that is paused is never called fresh", () => {
    expect(stateOn({ ...added, words: [yes("Ben", 1)] }, day(2), "paused")).toBe("ageing");
  });
});

describe("the verdict of members' words", () => {
  const pin = { status: "open" as const, doubt: null, doubtedAt: null, flippedAt: null };
  const judge = (words: Word[], more: Partial<Parameters<typeof verdict>[0]> = {}) =>
    verdict({ ...pin, ...more, words }, words.at(-1)?.at ?? start);

  it.each<[string, Word[], string, string | null]>([
    ["nobody said anything", [], "open", null],
    ["one person says gone", [gone("Ben", 1)], "open", "gone"],
    ["one person says closed", [changed("Ben", 1, "closed")], "open", "changed"],
    ["one person says wrong details", [changed("Ben", 1, "wrong-details")], "open", "changed"],
    ["one person says gone twice", [gone("Ben", 1), gone("Ben", 2)], "open", "gone"],
    ["two people say gone", [gone("Ben", 1), gone("Cleo", 2)], "gone", null],
    ["one says gone, one closed", [gone("Ben", 1), changed("Cleo", 2, "closed")], "closed", null],
    ["two say paused", [changed("Ben", 1, "paused"), changed("Cleo", 2, "paused")], "paused", null],
    [
      "two say the details are wrong",
      [changed("Ben", 1, "wrong-details"), changed("Cleo", 2, "wrong-details")],
      "open",
      "changed",
    ],
    ["two say gone, more than 30 days apart", [gone("Ben", 1), gone("Cleo", 32)], "open", "gone"],
    ["one says gone, then one that it is there", [gone("Ben", 1), yes("Cleo", 2)], "open", null],
    ["gone, there, gone", [gone("Ben", 1), yes("Cleo", 2), gone("Dan", 3)], "open", "gone"],
    [
      "two were there, then two say gone",
      [yes("Ana", 0), yes("Ben", 1), gone("Cleo", 2), gone("Dan", 3)],
      "open",
      "gone",
    ],
    [
      "two were there, then three say gone",
      [yes("Ana", 0), yes("Ben", 1), gone("Cleo", 2), gone("Dan", 3), gone("Eva", 4)],
      "gone",
      null,
    ],
    [
      "two were there, and say gone themselves",
      [yes("Ana", 0), yes("Ben", 1), gone("Ana", 2), gone("Ben", 3)],
      "gone",
      null,
    ],
  ])("when %s", (_what, words, status, doubt) => {
    expect(judge(words)).toMatchObject({ status, doubt });
  });

  it("keeps the first doubt and its date until somebody clears it", () => {
    const doubted = { doubt: "gone" as const, doubtedAt: day(1) };
    const words = [gone("Ben", 1), changed("Ben", 5, "moved")];
    expect(judge(words, doubted)).toEqual({ status: "open", ...doubted });
  });

  it("a pin that is gone comes back by two newer words", () => {
    const closing = [gone("Ben", 1), gone("Cleo", 2)];
    const shut = { status: "gone" as const, flippedAt: day(2) };
    expect(judge([...closing, yes("Dan", 6)], shut).status).toBe("gone");
    expect(judge([...closing, yes("Dan", 6), yes("Dan", 7)], shut).status).toBe("gone");
    expect(judge([...closing, yes("Dan", 6), yes("Eva", 7)], shut).status).toBe("open");
  });

  it("what was paused can be gone", () => {
    const words = [gone("Ben", 10), gone("Cleo", 11)];
    expect(judge(words, { status: "paused", flippedAt: day(1) }).status).toBe("gone");
  });

  it("turns at most once in 72 hours", () => {
    const words = [gone("Ben", 1), gone("Cleo", 2), yes("Dan", 3), yes("Eva", 4)];
    const flippedAt = (hoursBefore: number) => new Date(day(4).getTime() - hoursBefore * hourMs);
    expect(judge(words, { status: "gone", flippedAt: flippedAt(71) }).status).toBe("gone");
    expect(judge(words, { status: "gone", flippedAt: flippedAt(72) }).status).toBe("open");
  });
});
