import { randomUUID } from "node:crypto";
import pg from "pg";
import { expect, it } from "vitest";
import { tileAt } from "@/lib/lng-lat";
import { realServerUrl } from "@/lib/testing/real-server";
import { readMigrations } from "@/scripts/database/migrations";
import { migrate } from "@/scripts/migrate";

const before = "0003_counts";

async function run(url: string, statement: string, values: unknown[] = []) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query(statement, values);
  await client.end();
  return rows;
}

// The embedded database is one for all: there is no second one to bring from there to here.
it.runIf(realServerUrl)(
  "pins of an older version are counted when it is brought up to date",
  async () => {
    const server = realServerUrl ?? "";
    const name = `cup_of_sugar_upgrade_${randomUUID().slice(0, 8)}`;
    await run(server, `create database ${name}`);
    const address = new URL(server);
    address.pathname = `/${name}`;
    try {
      const all = readMigrations();
      const older = all.migrationDirectories.filter(({ path }) => path < before);
      await migrate(address.href, { ...all, migrationDirectories: older });
      await run(
        address.href,
        `insert into pin (code, kind, name, folded, lng, lat, time_zone, observed_at, ageing_until, dormant_at, visibility)
      select number::text, 'water', 'Tap', 'tap', -87.63, 41.88, 'UTC', now(), now(),
        now() + make_interval(days => case when number = 1 then -1 else 9 end),
        case when number = 2 then 'held' else 'listed' end
      from generate_series(1, 5) number`,
      );
      expect(await migrate(address.href)).toContain(before);
      const counted = await run(
        address.href,
        "select level, x, y, total, stored, sum_lng, open from pin_count order by level",
      );
      expect(counted).toEqual(
        [4, 6, 8, 10, 12, 14].map((level) => {
          const { x, y } = tileAt(level, { lng: -87.63, lat: 41.88 });
          return { level, x, y, total: 3, stored: 5, sum_lng: "-2628900000", open: 3 };
        }),
      );
    } finally {
      await run(server, `drop database ${name} with (force)`);
    }
  },
);
