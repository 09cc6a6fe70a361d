import type { DayException } from "@/features/pins/hours/exceptions/schema";

/** What a day says: minutes after its midnight; `closes` is past 1440 when it is on the next day. */
export type DaySpan = {
  opens: number;
  closes: number;
  certainty: "open" | "appointment" | "unknown";
};

/** A day of the place's calendar (2026-11-26) with its times. */
export type PlannedDay = { date: string; spans: DaySpan[] };

/** What the hours of a form would come to, before anything is saved. */
export type HoursPreview = {
  /** In OpenStreetMap syntax; null for words that are not understood, and for none. */
  openingHours: string | null;
  /** Words that were typed and read as `openingHours`, or that stay words. */
  words: "read" | "kept" | null;
  /** Today and the thirteen days after; null where they cannot be told. */
  days: readonly PlannedDay[] | null;
  exceptions: readonly DayException[];
  neverOpens: boolean;
  /** By control, where something is wrong; then the rest is empty. */
  errors: Readonly<Record<string, string>>;
};
