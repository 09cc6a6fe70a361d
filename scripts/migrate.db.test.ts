import { expect, it } from "vitest";
import { db } from "@/lib/db";
import { useDatabase } from "@/lib/testing/use-database";
import { readMigrations } from "@/scripts/database/migrations";
import { migrate } from "@/scripts/migrate";

useDatabase();

const url = () => process.env.DATABASE_URL ?? "";

it("migrating again applies nothing", async () => {
  expect(await migrate(url())).toEqual([]);
});

it("the migrations are recorded as finished, each once", async () => {
  const rows = await db().$queryRaw<{ name: string; times: bigint }[]>`
    SELECT migration_name AS name, count(*) AS times FROM _prisma_migrations
    WHERE finished_at IS NOT NULL GROUP BY migration_name`;
  expect(rows).toContainEqual({ name: "0001_ground", times: 1n });
});

const withMigration = (name: string, sql: string) => {
  const list = readMigrations();
  const content = { tag: "ok", value: sql } as const;
  const added = { path: name, migrationFile: { path: "migration.sql", content } };
  return { ...list, migrationDirectories: [...list.migrationDirectories, added] };
};

const forget = (name: string) =>
  db().$executeRaw`DELETE FROM _prisma_migrations WHERE migration_name = ${name}`;

it("a migration that fails leaves nothing behind, and is tried again once it is mended", async () => {
  const name = "9999_cups";
  const broken = withMigration(name, "CREATE TABLE cups (n int); SELECT 1 / 0;");
  const mended = withMigration(name, "CREATE TABLE cups (n int); COMMENT ON TABLE cups IS 'a;b';");
  await expect(migrate(url(), broken)).rejects.toThrow("division by zero");
  try {
    expect(await migrate(url(), mended)).toEqual([name]);
  } finally {
    await db().$executeRaw`DROP TABLE IF EXISTS cups`;
    await forget(name);
  }
});

it("a migration that was interrupted does not stop the next start", async () => {
  const name = "0000_interrupted";
  await db().$executeRaw`
    INSERT INTO _prisma_migrations (id, checksum, migration_name, started_at, applied_steps_count)
    VALUES (gen_random_uuid()::text, 'none', ${name}, now(), 0)`;
  try {
    expect(await migrate(url())).toEqual([]);
  } finally {
    await forget(name);
  }
});

it.each([
  ["a longitude past the date line", { lng: 181, lat: 0 }],
  ["a latitude past the pole", { lng: 0, lat: -90.5 }],
  ["a point that is not a number", { lng: Number.NaN, lat: 0 }],
  ["an infinite point", { lng: 0, lat: Number.POSITIVE_INFINITY }],
])("%s is refused by the database itself", async (_what, { lng, lat }) => {
  const place = { id: 1, kind: "town", name: "Nowhere", folded: "nowhere", country: "US" };
  await expect(
    db().$executeRaw`
      INSERT INTO gazetteer_place (id, kind, name, folded, country, lng, lat)
      VALUES (${place.id}, ${place.kind}, ${place.name}, ${place.folded}, ${place.country},
        ${String(lng)}::float8, ${String(lat)}::float8)`,
  ).rejects.toThrow(/gazetteer_place_(lng|lat)_check/);
});

it("the point of a row follows its longitude and latitude", async () => {
  await db().gazetteerPlace.create({
    data: {
      id: 2,
      kind: "city",
      name: "Chicago",
      folded: "chicago",
      country: "US",
      lng: -87.63,
      lat: 41.88,
    },
  });
  await db().gazetteerPlace.update({ where: { id: 2 }, data: { lng: -87.65 } });
  expect(await db().$queryRaw`SELECT ST_AsText(location) AS point FROM gazetteer_place`).toEqual([
    { point: "POINT(-87.65 41.88)" },
  ]);
});
