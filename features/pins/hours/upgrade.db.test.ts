import { expect, it } from "vitest";
import { withOlderDatabase } from "@/lib/testing/older-database";
import { realServerUrl } from "@/lib/testing/real-server";

const before = "0019_hours_again";

it.runIf(realServerUrl)(
  "open times of an older version that may be wrong are computed again, the worst not told before",
  () =>
    withOlderDatabase(before, async (run, upgrade) => {
      await run(
        `insert into pin (code, kind, name, folded, lng, lat, time_zone, observed_at, ageing_until,
          dormant_at, opening_hours, details, open_times, hours_known_until)
        select number::text, 'coat-drive', 'Coats', 'coats', -87.63, 41.88, 'UTC', now(), now(), now(),
          case number when 2 then 'Mo open "by appointment"' when 3 then 'Mo-Fr 09:00-17:00; PH off'
            else '24/7' end,
          case number when 1 then '{"starts-on": "2027-01-10"}' else '{}' end::jsonb,
          '{(,)}', now() + interval '12 days'
        from generate_series(1, 4) number`,
      );
      expect(await upgrade()).toContain(before);
      const kept = await run(
        `select round(extract(epoch from hours_known_until - now()) / 86400)::int as days
        from pin order by code`,
      );
      expect(kept.map(({ days }) => days)).toEqual([0, 0, 7, 12]);
    }),
);
