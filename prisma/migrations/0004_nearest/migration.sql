-- Nearness on a plane (docs/decisions/0020). Web Mercator is conformal: around a point the nearest
-- on the plane are the nearest on Earth, and the index finds them ten times as fast as on the
-- sphere. How far that holds is known exactly, and asked for by features/pins/nearest.

-- Opclasses for kinds in the same index; a trusted extension of every PostgreSQL.
CREATE EXTENSION IF NOT EXISTS "btree_gist";

-- Web Mercator in degrees of longitude, so that the world is 360 wide. Beyond 89.9 degrees it ends.
CREATE FUNCTION "mercator_y"("lat" DOUBLE PRECISION) RETURNS DOUBLE PRECISION
LANGUAGE SQL IMMUTABLE PARALLEL SAFE
RETURN degrees(ln(tan(pi() / 4 + radians(least(89.9, greatest(-89.9, "lat"))) / 2)));

CREATE FUNCTION "mercator_point"("lng" DOUBLE PRECISION, "lat" DOUBLE PRECISION) RETURNS POINT
LANGUAGE SQL IMMUTABLE PARALLEL SAFE
RETURN point("lng", "mercator_y"("lat"));

-- Everything within so many metres on Earth is within this distance on the plane: sec(latitude) is
-- greatest towards the pole. No distance is enough around a pole.
CREATE FUNCTION "mercator_reach"("lat" DOUBLE PRECISION, "metres" DOUBLE PRECISION) RETURNS DOUBLE PRECISION
LANGUAGE SQL IMMUTABLE PARALLEL SAFE
RETURN CASE WHEN abs("lat") + degrees("metres" / 6371008.8) >= 89.9 THEN 'infinity'
  ELSE "mercator_y"(abs("lat") + degrees("metres" / 6371008.8)) - "mercator_y"(abs("lat")) END;

-- A box of the plane with everything within so many metres; all around the world where that crosses
-- the antimeridian or goes around a pole.
CREATE FUNCTION "mercator_box"("lng" DOUBLE PRECISION, "lat" DOUBLE PRECISION, "metres" DOUBLE PRECISION) RETURNS BOX
LANGUAGE SQL IMMUTABLE PARALLEL SAFE
RETURN CASE WHEN abs("lng") + "mercator_reach"("lat", "metres") < 180
  THEN box(
    point("lng" - "mercator_reach"("lat", "metres"), "mercator_y"("lat" - degrees("metres" / 6371008.8))),
    point("lng" + "mercator_reach"("lat", "metres"), "mercator_y"("lat" + degrees("metres" / 6371008.8)))
  )
  ELSE box(
    point(-180, "mercator_y"("lat" - degrees("metres" / 6371008.8))),
    point(180, "mercator_y"("lat" + degrees("metres" / 6371008.8)))
  ) END;

CREATE INDEX "pin_nearest_idx" ON "pin" USING GIST ("mercator_point"("lng", "lat")) WHERE "visibility" = 'listed';
CREATE INDEX "pin_kind_nearest_idx" ON "pin" USING GIST ("kind", "mercator_point"("lng", "lat")) WHERE "visibility" = 'listed';
-- What decides most often beside the kind: a fifth of the pins have each.
CREATE INDEX "pin_no_id_nearest_idx" ON "pin" USING GIST ("kind", "mercator_point"("lng", "lat")) WHERE "visibility" = 'listed' AND "facts" @> '{no-id}';
CREATE INDEX "pin_no_referral_nearest_idx" ON "pin" USING GIST ("kind", "mercator_point"("lng", "lat")) WHERE "visibility" = 'listed' AND "facts" @> '{no-referral}';
CREATE INDEX "pin_wheelchair_nearest_idx" ON "pin" USING GIST ("kind", "mercator_point"("lng", "lat")) WHERE "visibility" = 'listed' AND "facts" @> '{wheelchair}';

-- Nothing asks the sphere's index of pins any more; keeping it was the dearest part of an import.
DROP INDEX "pin_geography_idx";

-- An import asks for the towns and postcodes of a list by their whole names.
CREATE INDEX "gazetteer_place_name_idx" ON "gazetteer_place"("folded");
