import { expect, it } from "vitest";
import { tileAt } from "@/lib/lng-lat";
import { withOlderDatabase } from "@/lib/testing/older-database";
import { realServerUrl } from "@/lib/testing/real-server";

const before = "0003_counts";

it.runIf(realServerUrl)("pins of an older version are counted when it is brought up to date", () =>
  withOlderDatabase(before, async (run, upgrade) => {
    await run(
      `insert into pin (code, kind, name, folded, lng, lat, time_zone, observed_at, ageing_until, dormant_at, visibility)
      select number::text, 'water', 'Tap', 'tap', -87.63, 41.88, 'UTC', now(), now(),
        now() + make_interval(days => case when number = 1 then -1 else 9 end),
        case when number = 2 then 'held' else 'listed' end
      from generate_series(1, 5) number`,
    );
    expect(await upgrade()).toContain(before);
    const counted = await run(
      "select level, x, y, total, stored, sum_lng, open from pin_count order by level",
    );
    expect(counted).toEqual(
      [4, 6, 8, 10, 12, 14].map((level) => {
        const { x, y } = tileAt(level, { lng: -87.63, lat: 41.88 });
        return { level, x, y, total: 3, stored: 5, sum_lng: "-2628900000", open: 3 };
      }),
    );
  }),
);
