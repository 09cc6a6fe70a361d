-- Open times are kept up to the first time that is not certain, so a run of their renewal passes
-- over pins that end soon however often they are computed: it goes from pin to pin, in this order.
DROP INDEX "pin_hours_known_until_idx";
CREATE INDEX "pin_hours_known_until_id_idx" ON "pin"("hours_known_until", "id");

-- Drives and seasons were told as open before their first day and after their last one, and so were
-- hours by appointment that said "open": not known until the renewal has computed them again.
UPDATE "pin" SET "hours_known_until" = now()
WHERE "hours_known_until" > now()
  AND ("details" -> 'starts-on' IS NOT NULL OR "details" -> 'ends-on' IS NOT NULL OR "opening_hours" ~* 'open\s*"');

-- Holidays of states and provinces were left out: computed again by the next renewal.
UPDATE "pin" SET "hours_known_until" = now() + interval '7 days'
WHERE "hours_known_until" > now() + interval '7 days' AND ("opening_hours" ~ '\mPH\M' OR "exceptions"::text ~ '\mPH\M');
