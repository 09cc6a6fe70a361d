import "server-only";
import { z } from "zod";
import { type KindId, kindIdSchema } from "@/features/kinds/schema";
import type { Viewer } from "@/features/members/schema";
import { filterSql } from "@/features/pins/filter/queries";
import { pinPlace } from "@/features/pins/nearest/queries";
import { noFilter, pinIdSchema } from "@/features/pins/schema";
import { now } from "@/lib/clock";
import { isTimeOver } from "@/lib/database-away";
import { db, Prisma } from "@/lib/db";
import { metresBetweenSql, planeDistanceSql } from "@/lib/geo";
import type { LngLat } from "@/lib/lng-lat";
import { foldWords } from "@/lib/text";

/** So many of the nearest pins are looked at by name before all the others are searched. */
const mostAround = 500;
/** Of the others so many are put in order. */
const mostCompared = 200;
/** A pin's name has fewer words. */
const mostWords = 10;

const namedPinSchema = z.object({
  id: pinIdSchema,
  kind: kindIdSchema,
  name: z.string(),
  street: z.string().nullable(),
  city: z.string().nullable(),
});
export type NamedPin = z.infer<typeof namedPinSchema>;

const columns = Prisma.sql`pin.id, pin.kind, pin.name, pin.street, pin.city`;
const location = Prisma.sql`pin.location`;
/** `folded` begins with the name; its address and the words for its kind follow. */
const nameSql = Prisma.sql`left(pin.folded, char_length(pin.name))`;

/** Empty where there is nothing to look for, or more than a name has. */
function wordsOf(text: string): string[] {
  const words = foldWords(text).split(" ").filter(Boolean);
  return words.length > mostWords ? [] : words;
}

/** The trigrams of a regular expression are those of three letters that follow one another. */
const fewestForIndex = 3;

/** In a way in which the index finds one or two letters too; folded words are letters and digits. */
const nameHasSql = (word: string) =>
  word.length < fewestForIndex
    ? Prisma.sql`(${nameSql} like ${`${word}%`} or ${nameSql} like ${`% ${word}%`})`
    : Prisma.sql`${nameSql} ~ ${`\\m${word}`}`;

/** By the trigram index of names alone (migration 0021). */
const namedSql = (words: readonly string[]) => Prisma.join(words.map(nameHasSql), " and ");

/**
 * Because of its limit PostgreSQL would rather begin to read the whole table, in the hope of a few
 * names soon; where hardly any pin is called so, that takes seconds. With many millions of pins some
 * letters lead to too many all the same: nobody waits for names, places and kinds are found without.
 */
async function byIndex(sql: Prisma.Sql): Promise<unknown> {
  try {
    const [, , rows] = await db().$transaction([
      db().$executeRaw`set local enable_seqscan = off`,
      db().$executeRaw`set local statement_timeout = '500ms'`,
      db().$queryRaw(sql),
    ]);
    return rows;
  } catch (error) {
    if (isTimeOver(error)) return [];
    throw error;
  }
}

const idsSchema = z.array(z.object({ id: pinIdSchema }));

/** Any one pin that fulfils a condition. */
function anySql(condition: Prisma.Sql): Prisma.Sql {
  const seen = filterSql({ ...noFilter, withDormant: true }, now());
  return Prisma.sql`
    with found as materialized (select id from pin where ${seen} and ${condition} limit 1)
    select id from found`;
}

const isAny = async (condition: Prisma.Sql): Promise<boolean> =>
  idsSchema.parse(await db().$queryRaw(anySql(condition))).length > 0;

/** Whether any pin has all the words in its name. */
export async function isAnyNamed(_viewer: Viewer, text: string): Promise<boolean> {
  const words = wordsOf(text);
  if (words.length === 0) return false;
  return idsSchema.parse(await byIndex(anySql(namedSql(words)))).length > 0;
}

/** Whether any pin, perhaps only of some kinds, has all the words in its name, its kind or its address. */
export async function isAnyWith(
  _viewer: Viewer,
  text: string,
  kinds: readonly KindId[] = [],
): Promise<boolean> {
  const words = wordsOf(text);
  if (words.length === 0) return false;
  const ofKinds = filterSql({ ...noFilter, withDormant: true, kinds: [...kinds] }, now());
  const hasWords = words.map((word) => Prisma.sql`pin.folded ~ ${`\\m${word}`}`);
  return isAny(Prisma.join([ofKinds, ...hasWords], " and "));
}

/** Whether a list for these words would have anything in it. */
export const isAnyListed = (_viewer: Viewer, words: string): Promise<boolean> =>
  isAny(filterSql({ ...noFilter, withDormant: true, words }, now()));

const namedPinsSchema = z.array(namedPinSchema);

/** The nearest pins, of which those with the words in their name; exported for bench/. */
export const aroundSql = (words: readonly string[], near: LngLat, limit: number) => Prisma.sql`
  with around as materialized (
    select pin.* from pin where ${filterSql(noFilter, now())}
    order by ${planeDistanceSql(pinPlace, near)} limit ${mostAround}
  )
  select ${columns} from around pin where ${namedSql(words)}
  order by ${metresBetweenSql(location, near)} limit ${limit}`;

/** Pins anywhere with the words in their name; exported for bench/. */
export const anywhereSql = (words: readonly string[], near: LngLat | undefined, limit: number) => {
  const first = near ? metresBetweenSql(location, near) : Prisma.sql`char_length(pin.name)`;
  return Prisma.sql`
    with found as materialized (
      select pin.id from pin where ${filterSql(noFilter, now())} and ${namedSql(words)}
      limit ${mostCompared}
    )
    select ${columns} from found join pin using (id) order by ${first}, pin.id limit ${limit}`;
};

/** The words so far are too few letters to look through every pin. */
const fewestLetters = 3;

/**
 * Pins whose name has all the words, each perhaps only begun: the nearest first where a point is
 * given; where none around it is called so, any. Quick among a million pins.
 */
export async function pinsNamed(
  _viewer: Viewer,
  { words: text, near, limit }: { words: string; near: LngLat | undefined; limit: number },
): Promise<NamedPin[]> {
  const words = wordsOf(text);
  if (words.length === 0) return [];
  const around = namedPinsSchema.parse(
    near ? await db().$queryRaw(aroundSql(words, near, limit)) : [],
  );
  const isTooShort = words.every((word) => word.length < fewestLetters);
  if (around.length > 0 || isTooShort) return around;
  return namedPinsSchema.parse(await byIndex(anywhereSql(words, near, limit)));
}
