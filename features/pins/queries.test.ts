import { expect, it } from "vitest";
import { stranger } from "@/features/members/schema";
import { Prisma } from "@/lib/db";
import { talliesSql } from "./find/parts/queries";
import { partsOf } from "./find/parts/rules";
import { similarSql } from "./form/queries";
import { countSql, detailSql, listSql, revisionsSql } from "./queries";
import { noFilter, type PinFilter } from "./schema";
import { encodedSql, featuresSql } from "./tiles/queries";

const at = new Date("2026-06-08T12:00:00Z");
const near = { lng: -87.63, lat: 41.88 };
const box = { west: 179, south: -1, east: -179, north: 1 };
const id = "019a1234-1234-7234-8234-123412341234";
const everything: PinFilter = {
  kinds: ["water", "pet-food"],
  openAt: { weekday: "fri", minutes: 18 * 60 },
  words: "st pantry",
  withDormant: false,
  access: ["no-id", "wheelchair"],
  speaks: ["es"],
  freshDays: 30,
  unknown: ["halal"],
};
const cursor = Buffer.from(JSON.stringify([12.5, id])).toString("base64url");
const cursorWithout = Buffer.from(JSON.stringify([null, id])).toString("base64url");

it.each([
  ["the nearest pins", listSql({ near }, noFilter, { limit: 50 }, at)],
  [
    "the nearest pins, with everything asked",
    listSql({ near, radiusMetres: 500, box }, everything, { limit: 50, cursor }, at),
  ],
  [
    "a page of all pins",
    listSql({}, { ...noFilter, withDormant: true }, { limit: 50, cursor: cursorWithout }, at),
  ],
  ["a count", countSql({ box }, everything, at)],
  [
    "a count of what is not known of a moment",
    countSql({ box }, { ...everything, unknown: ["hours"] }, at),
  ],
  ["one pin", detailSql(Prisma.sql`pin.id = ${id}::uuid`, stranger, at)],
  ["the revisions of a pin", revisionsSql(stranger, id)],
  [
    "the duplicate question",
    similarSql(
      { kind: "water", lngLat: near, name: "A fountain", idempotencyKey: id },
      "anonymous",
      at,
    ),
  ],
  [
    "what each part of a filter leaves out",
    talliesSql({ near, radiusMetres: 500 }, everything, partsOf(everything), at),
  ],
  ["a tile of streets", featuresSql({ z: 13, x: 2102, y: 3045 }, noFilter, at)],
  ["an encoded tile", encodedSql(Prisma.sql`select from pin`)],
  ["a tile from afar", featuresSql({ z: 4, x: 4, y: 5 }, everything, at)],
])("the SQL of %s", (_what, sql) => {
  expect(sql.text).toMatchSnapshot();
});

it("what people type never becomes SQL", () => {
  const hostile = { ...everything, words: "'); drop table pin; -- %_\\ .*" };
  const sql = listSql({ near }, hostile, { limit: 50 }, at);
  expect(sql.text).not.toContain("drop");
  expect(sql.values).toContain("\\mdrop");
  expect(sql.values.filter((value) => typeof value === "string" && /[%.*;']/.test(value))).toEqual(
    [],
  );
});

it("a hundred words ask no more of the database than ten", () => {
  const asked = (count: number) =>
    listSql({ near }, { ...noFilter, words: "ab ".repeat(count) }, { limit: 50 }, at).text;
  expect(asked(100)).toBe(asked(10));
  expect(asked(9)).not.toBe(asked(10));
});
