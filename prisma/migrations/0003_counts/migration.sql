-- Counts of pins on the grid of Web Mercator tiles, for tiles of views from afar
-- (docs/decisions/0012). Writes append to "pin_count_delta"; a job adds that up in "pin_count".

-- Which of so many columns or rows of the square world holds a place; the first and the last hold
-- what lies beyond.
CREATE FUNCTION "mercator_column"("lng" DOUBLE PRECISION, "columns" INTEGER) RETURNS INTEGER
LANGUAGE SQL IMMUTABLE PARALLEL SAFE
RETURN least("columns" - 1, greatest(0, floor(("lng" + 180) / 360 * "columns")))::INTEGER;

CREATE FUNCTION "mercator_row"("lat" DOUBLE PRECISION, "rows" INTEGER) RETURNS INTEGER
LANGUAGE SQL IMMUTABLE PARALLEL SAFE
RETURN least("rows" - 1, greatest(0, floor((
    0.5 - ln(tan(pi() / 4 + radians(least(85.06, greatest(-85.06, "lat"))) / 2)) / (2 * pi())
  ) * "rows")))::INTEGER;

-- The tile of zoom 14 that holds the pin.
ALTER TABLE "pin"
ADD COLUMN "cell_x" INTEGER GENERATED ALWAYS AS ("mercator_column"("lng", 16384)) STORED,
ADD COLUMN "cell_y" INTEGER GENERATED ALWAYS AS ("mercator_row"("lat", 16384)) STORED;

CREATE TABLE "pin_count" (
    "level" INTEGER NOT NULL,
    "x" INTEGER NOT NULL,
    "y" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "total" INTEGER NOT NULL,
    "stored" INTEGER NOT NULL,
    "sum_lng" BIGINT NOT NULL,
    "sum_lat" BIGINT NOT NULL,
    "open" INTEGER,
    "seen" INTEGER,
    "no_id" INTEGER,
    "no_referral" INTEGER,
    "wheelchair" INTEGER,

    CONSTRAINT "pin_count_pkey" PRIMARY KEY ("level", "x", "y", "kind")
) WITH (fillfactor = 80);

CREATE TABLE "pin_count_delta" (
    "id" BIGSERIAL NOT NULL,
    "x" INTEGER NOT NULL,
    "y" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "total" INTEGER NOT NULL,
    "sum_lng" BIGINT NOT NULL,
    "sum_lat" BIGINT NOT NULL,

    CONSTRAINT "pin_count_delta_pkey" PRIMARY KEY ("id")
);

-- Whether a pin is counted: by the moment of the last recount, so that a pin which has become
-- dormant since then is taken off once, by the next one.
CREATE FUNCTION "pin_is_counted"("visibility" TEXT, "status" TEXT, "dormant_at" TIMESTAMPTZ, "at" TIMESTAMPTZ)
RETURNS BOOLEAN LANGUAGE SQL IMMUTABLE PARALLEL SAFE
RETURN "visibility" = 'listed' AND "status" <> 'gone' AND "dormant_at" >= "at";

CREATE FUNCTION "pins_counted_at"() RETURNS TIMESTAMPTZ LANGUAGE SQL STABLE
RETURN coalesce((SELECT ("value" ->> 'at')::TIMESTAMPTZ FROM "setting" WHERE "key" = 'pins.counted'), now());

CREATE FUNCTION "count_added_pins"() RETURNS TRIGGER LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
DECLARE
  "counted_at" CONSTANT TIMESTAMPTZ := "pins_counted_at"();
BEGIN
  INSERT INTO "pin_count_delta" ("x", "y", "kind", "total", "sum_lng", "sum_lat")
  SELECT "cell_x", "cell_y", "kind", count(*), sum(round("lng" * 1e7)), sum(round("lat" * 1e7))
  FROM "after" WHERE "pin_is_counted"("visibility", "status", "dormant_at", "counted_at")
  GROUP BY 1, 2, 3;
  RETURN NULL;
END $$;

CREATE FUNCTION "count_deleted_pins"() RETURNS TRIGGER LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
DECLARE
  "counted_at" CONSTANT TIMESTAMPTZ := "pins_counted_at"();
BEGIN
  INSERT INTO "pin_count_delta" ("x", "y", "kind", "total", "sum_lng", "sum_lat")
  SELECT "cell_x", "cell_y", "kind", -count(*), -sum(round("lng" * 1e7)), -sum(round("lat" * 1e7))
  FROM "before" WHERE "pin_is_counted"("visibility", "status", "dormant_at", "counted_at")
  GROUP BY 1, 2, 3;
  RETURN NULL;
END $$;

-- A change that a tile shows without changing a count leaves a row of zeros, which tells the place.
CREATE FUNCTION "count_changed_pins"() RETURNS TRIGGER LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
DECLARE
  "counted_at" CONSTANT TIMESTAMPTZ := "pins_counted_at"();
BEGIN
  INSERT INTO "pin_count_delta" ("x", "y", "kind", "total", "sum_lng", "sum_lat")
  SELECT "side"."x", "side"."y", "side"."kind", sum("sign"), sum("sign" * round("side"."lng" * 1e7)), sum("sign" * round("side"."lat" * 1e7))
  FROM "before" JOIN "after" USING ("id") CROSS JOIN LATERAL (
    VALUES (
      -1, "before"."cell_x", "before"."cell_y", "before"."kind", "before"."lng", "before"."lat",
      "pin_is_counted"("before"."visibility", "before"."status", "before"."dormant_at", "counted_at")
    ), (
      1, "after"."cell_x", "after"."cell_y", "after"."kind", "after"."lng", "after"."lat",
      "pin_is_counted"("after"."visibility", "after"."status", "after"."dormant_at", "counted_at")
    )
  ) AS "side"("sign", "x", "y", "kind", "lng", "lat", "is_counted")
  WHERE "side"."is_counted" AND (
    "before"."lng", "before"."lat", "before"."kind", "before"."folded", "before"."facts",
    "before"."status", "before"."visibility", "before"."checked_at", "before"."fresh_until",
    "before"."ageing_until", "before"."dormant_at", "before"."hours_known_until" > now(),
    "before"."open_times" @> now()
  ) IS DISTINCT FROM (
    "after"."lng", "after"."lat", "after"."kind", "after"."folded", "after"."facts",
    "after"."status", "after"."visibility", "after"."checked_at", "after"."fresh_until",
    "after"."ageing_until", "after"."dormant_at", "after"."hours_known_until" > now(),
    "after"."open_times" @> now()
  )
  GROUP BY 1, 2, 3;
  RETURN NULL;
END $$;

CREATE TRIGGER "count_added" AFTER INSERT ON "pin"
REFERENCING NEW TABLE AS "after"
FOR EACH STATEMENT EXECUTE FUNCTION "count_added_pins"();

CREATE TRIGGER "count_changed" AFTER UPDATE ON "pin"
REFERENCING OLD TABLE AS "before" NEW TABLE AS "after"
FOR EACH STATEMENT EXECUTE FUNCTION "count_changed_pins"();

CREATE TRIGGER "count_deleted" AFTER DELETE ON "pin"
REFERENCING OLD TABLE AS "before"
FOR EACH STATEMENT EXECUTE FUNCTION "count_deleted_pins"();

-- What is there already. The columns that are NULL wait for the first recount.
INSERT INTO "pin_count" ("level", "x", "y", "kind", "total", "stored", "sum_lng", "sum_lat")
SELECT "level", "x" >> 14 - "level", "y" >> 14 - "level", "kind", sum("total"), sum("stored"), sum("sum_lng"), sum("sum_lat")
FROM (
  SELECT "cell_x" AS "x", "cell_y" AS "y", "kind", count(*) FILTER (WHERE "is_counted") AS "total", count(*) AS "stored",
    coalesce(sum(round("lng" * 1e7)) FILTER (WHERE "is_counted"), 0) AS "sum_lng",
    coalesce(sum(round("lat" * 1e7)) FILTER (WHERE "is_counted"), 0) AS "sum_lat"
  FROM "pin" CROSS JOIN LATERAL (SELECT "pin_is_counted"("visibility", "status", "dormant_at", now()) AS "is_counted") AS "judged"
  GROUP BY 1, 2, 3
) AS "cells" CROSS JOIN generate_series(4, 14, 2) AS "level"
GROUP BY 1, 2, 3, 4;

INSERT INTO "setting" ("key", "value") VALUES ('pins.counted', jsonb_build_object('at', now()));
