-- Until when it is known of a pin whether it is open: as a third column of the indexes of the nearest
-- pins, so that a list of what is open passes over the others without a look at them
-- (docs/decisions/0020).
CREATE FUNCTION "surely_until"("status" TEXT, "ageing_until" TIMESTAMPTZ, "hours_known_until" TIMESTAMPTZ) RETURNS TIMESTAMPTZ
LANGUAGE SQL IMMUTABLE PARALLEL SAFE
RETURN CASE WHEN "status" = 'open' AND "hours_known_until" IS NOT NULL THEN LEAST("ageing_until", "hours_known_until") END;

DROP INDEX "pin_kind_nearest_idx";
DROP INDEX "pin_no_id_nearest_idx";
DROP INDEX "pin_no_referral_nearest_idx";
DROP INDEX "pin_wheelchair_nearest_idx";

CREATE INDEX "pin_kind_nearest_idx" ON "pin" USING GIST ("kind", "mercator_point"("lng", "lat"), "surely_until"("status", "ageing_until", "hours_known_until")) WHERE "visibility" = 'listed';
CREATE INDEX "pin_no_id_nearest_idx" ON "pin" USING GIST ("kind", "mercator_point"("lng", "lat"), "surely_until"("status", "ageing_until", "hours_known_until")) WHERE "visibility" = 'listed' AND "facts" @> '{no-id}';
CREATE INDEX "pin_no_referral_nearest_idx" ON "pin" USING GIST ("kind", "mercator_point"("lng", "lat"), "surely_until"("status", "ageing_until", "hours_known_until")) WHERE "visibility" = 'listed' AND "facts" @> '{no-referral}';
CREATE INDEX "pin_wheelchair_nearest_idx" ON "pin" USING GIST ("kind", "mercator_point"("lng", "lat"), "surely_until"("status", "ageing_until", "hours_known_until")) WHERE "visibility" = 'listed' AND "facts" @> '{wheelchair}';
