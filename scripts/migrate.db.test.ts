import { expect, it } from "vitest";
import { db } from "@/lib/db";
import { useDatabase } from "@/lib/testing/use-database";
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
