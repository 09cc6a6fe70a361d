import type { Details } from "@/features/kinds/schema";
import { dayMs } from "@/lib/clock";
import { distanceMetres, type LngLat } from "@/lib/lng-lat";
import { foldWords } from "@/lib/text";
import type { FreshnessState, PinStatus } from "./schema";

/** What freshness is told from; computed at every check by verification/rules.ts. */
export type Standing = {
  /** The newest word of someone other than the adder that the pin is still there. */
  checkedAt: Date | null;
  /** How many different people said so within the kind's time before that. */
  checkedByCount: number;
  /** Fresh up to and including this moment; null when never confirmed by people worth one word. */
  freshUntil: Date | null;
  ageingUntil: Date;
  dormantAt: Date;
};

type Aged = Pick<Standing, "checkedAt" | "freshUntil" | "ageingUntil" | "dormantAt"> & {
  status: PinStatus;
  /** null for a pin that a member put on the map. */
  sourceId: string | null;
};

/**
 * How sure we are of a pin (safety.md 6.3). A pin that is not in operation is never called fresh.
 * `freshnessSql` in filter/queries.ts says the same in SQL; a database test holds them together.
 */
export function freshness(pin: Aged, now: Date): FreshnessState {
  if (pin.dormantAt < now) return "dormant";
  if (pin.ageingUntil < now) return "stale";
  if (pin.sourceId === null && pin.checkedAt === null) return "new";
  if (pin.status === "open" && pin.freshUntil !== null && now <= pin.freshUntil) return "fresh";
  return "ageing";
}

/** Buckets that refill evenly (safety.md 6.5); a newcomer is a member in the first day. */
export const limits = {
  newcomer: {
    add: { capacity: 5, perSeconds: 86_400 },
    edit: { capacity: 10, perSeconds: 86_400 },
    check: { capacity: 30, perSeconds: 86_400 },
  },
  neighbour: {
    add: { capacity: 10, perSeconds: 86_400 },
    edit: { capacity: 30, perSeconds: 86_400 },
    check: { capacity: 30, perSeconds: 86_400 },
  },
} as const;

export const isNewcomer = (joinedAt: Date, now: Date): boolean =>
  now.getTime() - joinedAt.getTime() < dayMs;

export const limitsOf = (joinedAt: Date, now: Date) =>
  isNewcomer(joinedAt, now) ? limits.newcomer : limits.neighbour;

/** Without 0 and O, 1, I and L, which look alike on a sticker. */
const codeLetters = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";

/** A code of six letters and digits from as many random bytes; a few letters are a hair likelier. */
export const codeFrom = (bytes: Uint8Array): string =>
  Array.from(bytes.slice(0, 6), (byte) => codeLetters.charAt(byte % codeLetters.length)).join("");

/** A typed or scanned code in its one spelling. */
export const normaliseCode = (code: string): string => code.trim().toUpperCase();

type Found = {
  name: string;
  street: string | null;
  city: string | null;
  region: string | null;
  postcode: string | null;
};

/** What a search looks through: the pin's name, what its kind is called, and its address. */
export const foldedWords = (pin: Found, kindWords: readonly string[]): string =>
  foldWords(
    [pin.name, ...kindWords, pin.street, pin.city, pin.region, pin.postcode]
      .filter((part) => part !== null)
      .join(" "),
  );

/** Pins nearer than this to one another, of the same kind, may be the same place. */
export const sameKindMetres = 100;
/** Pins nearer than this that are called alike may be the same place. */
export const alikeNameMetres = 300;

/** Why a new or changed pin is kept from others until somebody has looked (safety.md 6). */
export type HoldReason = "private-home" | "many-links" | "contact-in-name";

const linkPattern =
  /(?:https?:\/\/|www\.)\S+|\b[a-z0-9-]+\.(?:com|org|net|info|biz|shop|xyz|ru|io)\b\S*/giu;
const contactPattern = /[^\s@]+@[^\s@]+\.[^\s@]+|(?:\+?\d[\s().-]?){8,}/u;
const homePattern =
  /\b(?:my|our) (?:house|home|flat|apartment|place|porch)\b|\b(?:mi|nuestra|nuestro) (?:casa|hogar|piso|departamento|apartamento)\b/iu;
const refugePattern =
  /\b(?:domestic violence|dv) (?:shelter|safe ?house|refuge)|\b(?:battered|abused) women'?s? shelter|women'?s (?:refuge|safe ?house)|\bsafe ?house\b|\brefuge for (?:women|survivors)|(?:casa (?:segura|de acogida|refugio)|refugio) (?:para|de) (?:mujeres|v[ií]ctimas)|violencia (?:dom[eé]stica|de g[eé]nero|machista).*(?:refugio|casa)|(?:refugio|casa).*violencia (?:dom[eé]stica|de g[eé]nero|machista)/iu;

type Written = { name: string; description: string | null; website: string | null };

/** A shelter for people fleeing violence is kept secret by those who run it: never published. */
export const isSecretRefuge = ({ name, description }: Pick<Written, "name" | "description">) =>
  refugePattern.test(`${name}\n${description ?? ""}`);

/** null for what goes on the map at once. The website field is one link; a text adds none. */
export function holdReason({ name, description, website }: Written): HoldReason | null {
  const text = `${name}\n${description ?? ""}`;
  if (contactPattern.test(name)) return "contact-in-name";
  const links = (text.match(linkPattern) ?? []).length + (website ? 1 : 0);
  if (links > 1) return "many-links";
  return homePattern.test(text) ? "private-home" : null;
}

/** A point that nobody means: 0,0 is what broken forms and lists send. */
const isNowhere = ({ lng, lat }: LngLat) => Math.abs(lng) < 0.01 && Math.abs(lat) < 0.01;

/** Why a pin cannot go on the map at all, or null. */
export function refusal(content: Written & LngLat): "secret-refuge" | "nowhere" | null {
  if (isSecretRefuge(content)) return "secret-refuge";
  return isNowhere(content) ? "nowhere" : null;
}

/** How far an edit may move a pin; one that was placed by its town only may be put right. */
const farthestMoveMetres = { exact: 2_000, approximate: 50_000 };

type Placed = Written & LngLat & { isApproximate: boolean };

/**
 * Why a change is refused that would be held in a new pin: holding it would take a good pin off
 * the map. A place that is elsewhere is another pin.
 */
export function refusedEdit(old: Placed, edited: Written & LngLat) {
  const farthest = old.isApproximate ? farthestMoveMetres.approximate : farthestMoveMetres.exact;
  if (distanceMetres(old, edited) > farthest) return "moved-too-far";
  return holdReason(edited) && !holdReason(old) ? "looks-unsafe" : null;
}

/** The last day of a drive or a season, if its details name one (2026-12-31). */
export function lastDay(details: Details, endsOnField: string | undefined): string | null {
  const value = endsOnField === undefined ? undefined : details[endsOnField];
  return typeof value === "string" && /^\d{4}-\d{2}-\d{2}$/.test(value) ? value : null;
}
