import "server-only";
import { accessFacts, languages } from "@/features/kinds/fields";
import { kindOf, kinds, phrasesOf } from "@/features/kinds/index";
import { speaksFact } from "@/features/kinds/rules";
import type { Field } from "@/features/kinds/schema";
import { asksUnknownHours, indexedFacts } from "@/features/pins/filter/rules";
import { type PinFilter, type UnknownId, weekdays } from "@/features/pins/schema";
import { dayMs, minuteMs } from "@/lib/clock";
import { Prisma } from "@/lib/db";
import { foldWords } from "@/lib/text";

/** `freshness` of rules.ts in SQL. */
export const freshnessSql = (at: Date) => Prisma.sql`case
    when pin.dormant_at < ${at} then 'dormant'
    when pin.ageing_until < ${at} then 'stale'
    when pin.source_id is null and pin.checked_at is null then 'new'
    when pin.status = 'open' and pin.fresh_until >= ${at} then 'fresh'
    else 'ageing' end`;

/**
 * SQL for whether a pin is open at a moment: null where that is not known, because its hours are
 * not or because nobody has seen the place for so long that they prove nothing.
 */
export const isOpenSql = (at: Date, moment = Prisma.sql`${at}::timestamptz`) => Prisma.sql`case
    when pin.status <> 'open' then false
    when pin.ageing_until >= ${at} and pin.hours_known_until > ${moment} then pin.open_times @> ${moment}
    end`;

/**
 * SQL that no pin fails that is known to be open at `at` or later: the indexes of the nearest pins
 * hold what it compares, so that most others are passed over without a look at them.
 */
const maybeOpenSql = (at: Date) =>
  Prisma.sql`surely_until(pin.status, pin.ageing_until, pin.hours_known_until) >= ${at}::timestamptz`;

/** The first minute of a Monday; weeks are counted from it. */
const mondayMs = Date.UTC(2024, 0, 1);

/** SQL for the moment asked about: a weekday and time is when the pin's own clock shows it next. */
function openingSql(openAt: NonNullable<PinFilter["openAt"]>, at: Date): Prisma.Sql {
  if (openAt === "now") return Prisma.sql`${at}::timestamptz`;
  const minutes = weekdays.indexOf(openAt.weekday) * 24 * 60 + openAt.minutes;
  const first = new Date(mondayMs + minutes * minuteMs).toISOString().slice(0, 19);
  const before = new Date(Math.floor(at.getTime() / minuteMs) * minuteMs - 1);
  return Prisma.sql`((date_bin('7 days', ${before}::timestamptz at time zone pin.time_zone, ${first}::timestamp)
      + interval '7 days') at time zone pin.time_zone)`;
}

/** SQL for pins that a member has seen since then; what a list says of itself is no proof. */
export const seenSinceSql = (since: Date) =>
  Prisma.sql`coalesce(pin.checked_at, case when pin.source_id is null then pin.observed_at end) >= ${since}`;

/** What everyone sees. */
export const isListedSql = Prisma.sql`pin.visibility = 'listed'`;

/** Shorter words than this are too like too many others. */
const shortestMisspelt = 5;

/** A word begins like that; a longer one may also be misspelt. */
const wordSql = (word: string) =>
  word.length < shortestMisspelt
    ? Prisma.sql`pin.folded ~ ${`\\m${word}`}`
    : Prisma.sql`(pin.folded ~ ${`\\m${word}`} or ${word} <% pin.folded)`;

/** Nobody remembers more words of a name; each one more is another test of every pin. */
const mostWords = 10;

/** True for pins that have all the words, the first ten, or whose kind is called like that. */
function wordsSql(text: string): Prisma.Sql {
  const folded = foldWords(text);
  const called = kinds.filter((kind) => phrasesOf(kind).includes(folded)).map(({ id }) => id);
  const allWords = Prisma.join(folded.split(" ").slice(0, mostWords).map(wordSql), " and ");
  return Prisma.sql`((${allWords}) or pin.kind = any(${called}::text[]))`;
}

/** The kinds asked for of which the facts asked for can be known: no other pin is worth a look. */
export function kindsAskedFor({ kinds: asked, access, speaks }: PinFilter): readonly string[] {
  const fields = [
    ...access.map((id) => accessFacts[id].fact),
    ...(speaks.length > 0 ? [languages] : []),
  ];
  return asked.filter((id) => fields.every((field) => kindOf(id).fields.includes(field)));
}

/** The kinds of which a fact may not be known: what is so by nature is known of every one. */
const kindsThatMaySay = (field: Field): string[] =>
  kinds
    .filter(
      ({ fields, byNature = [] }) =>
        fields.includes(field) && !byNature.some(({ fact }) => fact === field),
    )
    .map(({ id }) => id);

/**
 * True where nobody has said it; the places of kinds that have no such field are not asked. Of hours
 * it is what they do not say of the moment asked about.
 */
function unknownSql(id: UnknownId, { openAt }: PinFilter, at: Date): Prisma.Sql {
  if (id === "hours")
    return Prisma.sql`(${isOpenSql(at, openingSql(openAt ?? "now", at))}) is null`;
  const field = id === "languages" ? languages : accessFacts[id].fact;
  return Prisma.sql`pin.kind = any(${kindsThatMaySay(field)}::text[]) and pin.details -> ${field.id} is null`;
}

/** As words of the query, so that their index is found whenever it is planned. */
const indexedFactsSql: Readonly<Record<(typeof indexedFacts)[number], Prisma.Sql>> = {
  "no-id": Prisma.sql`'{no-id}'::text[]`,
  "no-referral": Prisma.sql`'{no-referral}'::text[]`,
  wheelchair: Prisma.sql`'{wheelchair}'::text[]`,
};

function hasFactSql(fact: string): Prisma.Sql {
  const indexed = indexedFacts.find((one) => one === fact);
  const facts = indexed ? indexedFactsSql[indexed] : Prisma.sql`${[fact]}::text[]`;
  return Prisma.sql`pin.facts @> ${facts}`;
}

/** The filter of a list, a count and a tile: one text for all, so that they never disagree. */
export function filterSql(filter: PinFilter, at: Date): Prisma.Sql {
  const conditions = [isListedSql];
  if (filter.kinds.length > 0) conditions.push(Prisma.sql`pin.kind = any(${filter.kinds}::text[])`);
  if (!filter.withDormant) {
    conditions.push(Prisma.sql`pin.dormant_at >= ${at}`, Prisma.sql`pin.status <> 'gone'`);
  }
  // One by one, as the indexes of some of them are defined.
  for (const fact of [...filter.access, ...filter.speaks.map(speaksFact)])
    conditions.push(hasFactSql(fact));
  if (filter.freshDays !== null)
    conditions.push(seenSinceSql(new Date(at.getTime() - filter.freshDays * dayMs)));
  for (const id of filter.unknown) conditions.push(unknownSql(id, filter, at));
  if (filter.openAt && !asksUnknownHours(filter))
    conditions.push(maybeOpenSql(at), isOpenSql(at, openingSql(filter.openAt, at)));
  if (foldWords(filter.words) !== "") conditions.push(wordsSql(filter.words));
  return Prisma.join(conditions, " and ");
}
