import "server-only";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { createContext, Script } from "node:vm";
import { LRUCache } from "lru-cache";
import { z } from "zod";

/**
 * The library `opening_hours` in a room of its own. It reads the process's local time, so inside
 * the room local time is UTC and instants stand for the readings of a wall clock; and a value that
 * keeps it busy for too long is cut off (opening_hours.js#299).
 */
const wallClock = `
  for (const part of ["FullYear", "Month", "Date", "Hours", "Minutes", "Seconds", "Milliseconds"]) {
    Date.prototype["get" + part] = Date.prototype["getUTC" + part];
    Date.prototype["set" + part] = Date.prototype["setUTC" + part];
  }
  Date.prototype.getDay = Date.prototype.getUTCDay;
  Date.prototype.getTimezoneOffset = () => 0;
  globalThis.Date = new Proxy(Date, {
    construct: (Plain, given) => new Plain(given.length > 1 ? Plain.UTC(...given) : given[0] ?? 0),
  });
  const silent = () => undefined;
  globalThis.console = { log: silent, warn: silent, error: silent };`;

const askedOnce = new Script(`(() => {
  const { hours, place, fromMs, untilMs } = JSON.parse(question);
  const parsed = new opening_hours(hours, place, { mode: 0 });
  return JSON.stringify(parsed.getOpenIntervals(new Date(fromMs), new Date(untilMs))
    .map(([from, until, isUnknown, comment]) =>
      ({ fromMs: from.getTime(), untilMs: until.getTime(), isUnknown, comment: comment ?? null })));
})()`);

const answerSchema = z.array(
  z.object({
    fromMs: z.number(),
    untilMs: z.number(),
    isUnknown: z.boolean(),
    /** What the rule says beside its times, for example "by appointment". */
    comment: z.string().nullable(),
  }),
);

/** A stretch of wall-clock time; readings are written as if they were UTC. */
export type WallTimes = z.infer<typeof answerSchema>[number];

export type HoursQuestion = {
  /** OpenStreetMap opening_hours syntax. */
  hours: string;
  /** Whose public holidays count; null when the hours name none. */
  place: { lat: number; lon: number; address: { country_code: string; state: string } } | null;
  fromMs: number;
  untilMs: number;
};

/** Any value is answered in a fraction of this; only a busy machine, or a hang, needs more. */
const longestMs = 2_000;

/** After so long a value that took too long is tried again: perhaps the machine was busy. */
const triedAgainMs = 60_000;

type Room = { question: string };
let room: Room | undefined;

function enterRoom(): Room {
  if (room) return room;
  const file = join(process.cwd(), "node_modules/opening_hours/build/opening_hours.js");
  const made = { question: "" };
  createContext(made);
  new Script(wallClock).runInContext(made);
  new Script(readFileSync(file, "utf8"), { filename: file }).runInContext(made);
  room = made;
  return made;
}

/** Holidays need a country; which one makes no difference to whether a value can be read. */
const anywhere = { lat: 40, lon: -100, address: { country_code: "us", state: "Kansas" } };

/** Whether the library understands the value at all. */
export const isReadable = (hours: string): boolean =>
  openWallTimes({ hours, place: anywhere, fromMs: 0, untilMs: 0 }) !== null;

/** `endsMs` is when it is to be asked again, by performance.now(). */
type Answer = { times: WallTimes[] | null; endsMs: number };

/** The library takes milliseconds for what many pins ask alike. */
const answered = new LRUCache<string, Answer>({ max: 2_000 });

/**
 * The open times by the wall clock, or null when the library does not understand the value, or
 * gives no answer within `patienceMs`.
 */
export function openWallTimes(question: HoursQuestion, patienceMs = longestMs): WallTimes[] | null {
  const { hours, place, fromMs, untilMs } = question;
  const key = JSON.stringify([hours, place?.address, fromMs, untilMs]);
  const known = answered.get(key);
  if (known && performance.now() < known.endsMs) return known.times;
  const answer = ask(question, patienceMs);
  answered.set(key, answer);
  return answer.times;
}

const hasCode = (error: unknown): error is { code: unknown } =>
  typeof error === "object" && error !== null && "code" in error;

function ask(question: HoursQuestion, patienceMs: number): Answer {
  const context = enterRoom();
  context.question = JSON.stringify(question);
  try {
    const answer: unknown = askedOnce.runInContext(context, { timeout: patienceMs });
    return { times: answerSchema.parse(JSON.parse(String(answer))), endsMs: Infinity };
  } catch (error) {
    const isLate = hasCode(error) && error.code === "ERR_SCRIPT_EXECUTION_TIMEOUT";
    return { times: null, endsMs: isLate ? performance.now() + triedAgainMs : Infinity };
  }
}
