import { randomUUID } from "node:crypto";
import pg from "pg";
import { expect, it } from "vitest";
import { realServerUrl } from "@/lib/testing/real-server";
import { readMigrations } from "@/scripts/database/migrations";
import { migrate } from "@/scripts/migrate";

const before = "0019_hours_again";

async function run(url: string, statement: string) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query(statement);
  await client.end();
  return rows;
}

// The embedded database is one for all: there is no second one to bring from there to here.
it.runIf(realServerUrl)(
  "open times of an older version that may be wrong are computed again, the worst not told before",
  async () => {
    const server = realServerUrl ?? "";
    const name = `cup_of_sugar_hours_${randomUUID().slice(0, 8)}`;
    await run(server, `create database ${name}`);
    const address = new URL(server);
    address.pathname = `/${name}`;
    try {
      const all = readMigrations();
      const older = all.migrationDirectories.filter(({ path }) => path < before);
      await migrate(address.href, { ...all, migrationDirectories: older });
      await run(
        address.href,
        `insert into pin (code, kind, name, folded, lng, lat, time_zone, observed_at, ageing_until,
          dormant_at, opening_hours, details, open_times, hours_known_until)
        select number::text, 'coat-drive', 'Coats', 'coats', -87.63, 41.88, 'UTC', now(), now(), now(),
          case number when 2 then 'Mo open "by appointment"' when 3 then 'Mo-Fr 09:00-17:00; PH off'
            else '24/7' end,
          case number when 1 then '{"starts-on": "2027-01-10"}' else '{}' end::jsonb,
          '{(,)}', now() + interval '12 days'
        from generate_series(1, 4) number`,
      );
      expect(await migrate(address.href)).toContain(before);
      const kept = await run(
        address.href,
        `select round(extract(epoch from hours_known_until - now()) / 86400)::int as days
        from pin order by code`,
      );
      expect(kept.map(({ days }) => days)).toEqual([0, 0, 7, 12]);
    } finally {
      await run(server, `drop database ${name} with (force)`);
    }
  },
);
