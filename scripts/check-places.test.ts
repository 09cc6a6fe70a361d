import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, it } from "vitest";
import { isAboutPeople } from "@/features/members/inventory/rules";

const root = resolve(import.meta.dirname, "..");
const read = (path: string) => readFileSync(join(root, path), "utf8");

/** The only place near people: the centre of a request's cell, computed from it (safety.md 3.2). */
const allowed = ["post.center", "post.center_lat", "post.center_lng"];
const isPlaceName =
  /^(?:.*_)?(?:lng|lat|lon|latitude|longitude|location|point|geom|geometry|coordinates)$/;
const isPlaceType = /geometry|geography|\bpoint\b|\bpolygon\b|\bbox\b|\bcircle\b/i;

type Column = { table: string; column: string; type: string };

/** The columns of prisma/schema.prisma by their names in the database. */
function columnsOfSchema(text: string): Column[] {
  return [...text.matchAll(/^model (\w+) \{\n(.*?)^\}/gms)].flatMap(([, model = "", body = ""]) => {
    const table = /@@map\("(\w+)"\)/.exec(body)?.[1] ?? model;
    return body.split("\n").flatMap((line) => {
      const [, field, type] = /^\s+(\w+)\s+(Unsupported\("[^"]*"\)|\w+)/.exec(line) ?? [];
      if (!field || !type) return [];
      return [{ table, column: /@map\("(\w+)"\)/.exec(line)?.[1] ?? field, type }];
    });
  });
}

/** Columns that a migration makes; what stands in a CHECK or an index is none. */
function columnsOfMigration(text: string): Column[] {
  const sql = text.replaceAll(/--.*$/gm, "");
  const made = [...sql.matchAll(/create table (?:if not exists )?"?(\w+)"? \((.*?)\n\)/gis)];
  const added = [...sql.matchAll(/alter table (?:only )?"?(\w+)"?([^;]*)/gis)];
  const columnsIn = (table: string, lines: readonly string[]) =>
    lines.flatMap((line) => {
      const [, column, type] = /^\s*"?(\w+)"?\s+(\S.*)$/.exec(line) ?? [];
      return column && type ? [{ table, column, type }] : [];
    });
  return [
    ...made.flatMap(([, table = "", body = ""]) => columnsIn(table, body.split("\n"))),
    ...added.flatMap(([, table = "", body = ""]) =>
      columnsIn(
        table,
        [...body.matchAll(/add column (?:if not exists )?([^,]+)/gi)].map(([, line = ""]) => line),
      ),
    ),
  ];
}

const tooFine = (columns: readonly Column[]) =>
  columns
    .filter(({ table }) => isAboutPeople(table))
    .filter(({ column, type }) => isPlaceName.test(column) || isPlaceType.test(type))
    .map(({ table, column }) => `${table}.${column}`)
    .filter((name) => !allowed.includes(name));

const advice = "a person's place is an H3 cell in a text column, and never finer: safety.md 3.2";

it("no table about people has a column for a place in the schema", () => {
  const columns = columnsOfSchema(read("prisma/schema.prisma"));
  expect(columns.length).toBeGreaterThan(150);
  expect(tooFine(columns), advice).toEqual([]);
});

it("no migration gives one to a table about people", () => {
  const folders = readdirSync(join(root, "prisma/migrations")).filter((name) => /^\d/.test(name));
  for (const folder of folders) {
    const columns = columnsOfMigration(read(`prisma/migrations/${folder}/migration.sql`));
    expect(tooFine(columns), `${folder}: ${advice}`).toEqual([]);
  }
});

it("finds such a column where there is one", () => {
  const sql = 'ALTER TABLE "member" ADD COLUMN "home_lat" DOUBLE PRECISION, ADD COLUMN seen text;';
  expect(tooFine(columnsOfMigration(sql))).toEqual(["member.home_lat"]);
  const made = 'create table "thread" (\n  "id" uuid,\n  "met" geometry(Point, 4326)\n);';
  expect(tooFine(columnsOfMigration(made))).toEqual(["thread.met"]);
  const model =
    'model Thread {\n  id String\n  spot Unsupported("geometry(Point, 4326)")?\n  @@map("thread")\n}';
  expect(tooFine(columnsOfSchema(model))).toEqual(["thread.spot"]);
});

it("the centre of a post's area is computed from its cell and from nothing else", () => {
  const writers = readdirSync(join(root, "features"), { recursive: true, encoding: "utf8" })
    .filter((name) => /\/(?:mutations|jobs|actions)\.ts$/.test(name))
    .map((name) => ({ name, text: read(`features/${name}`) }))
    .filter(({ text }) => /\bcenter_?(?:lng|lat)\b/i.test(text));
  for (const { name, text } of writers) {
    const isFromCell = /\{ lng: centerLng, lat: centerLat \} = centreOf\(cell\)/.test(text);
    const onlyErases = !/center_?l(?:ng|at)"?\s*[:=](?!\s*(?:null|true))/i.test(text);
    expect(isFromCell || onlyErases, `features/${name}: ${advice}`).toBe(true);
  }
  expect(writers.map(({ name }) => name)).toContain("requests/mutations.ts");
});
