-- What is counted of open now, seen lately and three facts is kept true by the writes too, and no
-- more by recounts alone: a place that was added counts at once (docs/decisions/0012).
ALTER TABLE "pin_count_delta"
ADD COLUMN "open" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN "seen" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN "no_id" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN "no_referral" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN "wheelchair" INTEGER NOT NULL DEFAULT 0;

-- Until the first recount all pins of a cell may fit.
UPDATE "pin_count" SET "open" = "total", "seen" = "total", "no_id" = "total", "no_referral" = "total", "wheelchair" = "total"
WHERE "open" IS NULL;

ALTER TABLE "pin_count"
ALTER COLUMN "open" SET DEFAULT 0, ALTER COLUMN "open" SET NOT NULL,
ALTER COLUMN "seen" SET DEFAULT 0, ALTER COLUMN "seen" SET NOT NULL,
ALTER COLUMN "no_id" SET DEFAULT 0, ALTER COLUMN "no_id" SET NOT NULL,
ALTER COLUMN "no_referral" SET DEFAULT 0, ALTER COLUMN "no_referral" SET NOT NULL,
ALTER COLUMN "wheelchair" SET DEFAULT 0, ALTER COLUMN "wheelchair" SET NOT NULL;

-- Whether a pin is known to be open at some moment of the span.
CREATE FUNCTION "pin_is_open_in"("status" TEXT, "ageing_until" TIMESTAMPTZ, "hours_known_until" TIMESTAMPTZ, "open_times" TSTZMULTIRANGE, "span" TSTZRANGE)
RETURNS BOOLEAN LANGUAGE SQL IMMUTABLE PARALLEL SAFE
RETURN coalesce("status" = 'open' AND "ageing_until" >= lower("span") AND "hours_known_until" > lower("span") AND "open_times" && "span", false);

-- Whether a member has seen it within the thirty days before a moment.
CREATE FUNCTION "pin_is_seen_by"("checked_at" TIMESTAMPTZ, "source_id" UUID, "observed_at" TIMESTAMPTZ, "at" TIMESTAMPTZ)
RETURNS BOOLEAN LANGUAGE SQL IMMUTABLE PARALLEL SAFE
RETURN coalesce(coalesce("checked_at", CASE WHEN "source_id" IS NULL THEN "observed_at" END) >= "at" - INTERVAL '720 hours', false);

-- The last recount's moment, and all the time from there to now and a minute more. What is taken off
-- is judged by the first, as the recount did; what is added by the second, since nothing is known of
-- a new place's hours before it was written. So a place may be counted as open that is not, until the
-- next recount, but no open one is hidden.
CREATE FUNCTION "counted_span"("at" TIMESTAMPTZ) RETURNS TSTZRANGE LANGUAGE SQL IMMUTABLE PARALLEL SAFE
RETURN tstzrange("at", "at", '[]');

CREATE FUNCTION "added_span"("at" TIMESTAMPTZ) RETURNS TSTZRANGE LANGUAGE SQL VOLATILE
RETURN tstzrange("at", greatest("at", clock_timestamp() + INTERVAL '1 minute'), '[]');

CREATE OR REPLACE FUNCTION "count_added_pins"() RETURNS TRIGGER LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
DECLARE
  "counted_at" CONSTANT TIMESTAMPTZ := "pins_counted_at"();
  "span" CONSTANT TSTZRANGE := "added_span"("counted_at");
BEGIN
  INSERT INTO "pin_count_delta" ("x", "y", "kind", "total", "sum_lng", "sum_lat", "open", "seen", "no_id", "no_referral", "wheelchair")
  SELECT "cell_x", "cell_y", "kind", count(*), sum(round("lng" * 1e7)), sum(round("lat" * 1e7)),
    count(*) FILTER (WHERE "pin_is_open_in"("status", "ageing_until", "hours_known_until", "open_times", "span")),
    count(*) FILTER (WHERE "pin_is_seen_by"("checked_at", "source_id", "observed_at", "counted_at")),
    count(*) FILTER (WHERE "facts" @> '{no-id}'),
    count(*) FILTER (WHERE "facts" @> '{no-referral}'),
    count(*) FILTER (WHERE "facts" @> '{wheelchair}')
  FROM "after" WHERE "pin_is_counted"("visibility", "status", "dormant_at", "counted_at")
  GROUP BY 1, 2, 3;
  RETURN NULL;
END $$;

CREATE OR REPLACE FUNCTION "count_deleted_pins"() RETURNS TRIGGER LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
DECLARE
  "counted_at" CONSTANT TIMESTAMPTZ := "pins_counted_at"();
  "span" CONSTANT TSTZRANGE := "counted_span"("counted_at");
BEGIN
  INSERT INTO "pin_count_delta" ("x", "y", "kind", "total", "sum_lng", "sum_lat", "open", "seen", "no_id", "no_referral", "wheelchair")
  SELECT "cell_x", "cell_y", "kind", -count(*), -sum(round("lng" * 1e7)), -sum(round("lat" * 1e7)),
    -count(*) FILTER (WHERE "pin_is_open_in"("status", "ageing_until", "hours_known_until", "open_times", "span")),
    -count(*) FILTER (WHERE "pin_is_seen_by"("checked_at", "source_id", "observed_at", "counted_at")),
    -count(*) FILTER (WHERE "facts" @> '{no-id}'),
    -count(*) FILTER (WHERE "facts" @> '{no-referral}'),
    -count(*) FILTER (WHERE "facts" @> '{wheelchair}')
  FROM "before" WHERE "pin_is_counted"("visibility", "status", "dormant_at", "counted_at")
  GROUP BY 1, 2, 3;
  RETURN NULL;
END $$;

CREATE OR REPLACE FUNCTION "count_changed_pins"() RETURNS TRIGGER LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
DECLARE
  "counted_at" CONSTANT TIMESTAMPTZ := "pins_counted_at"();
  "span_before" CONSTANT TSTZRANGE := "counted_span"("counted_at");
  "span_after" CONSTANT TSTZRANGE := "added_span"("counted_at");
BEGIN
  INSERT INTO "pin_count_delta" ("x", "y", "kind", "total", "sum_lng", "sum_lat", "open", "seen", "no_id", "no_referral", "wheelchair")
  SELECT "side"."x", "side"."y", "side"."kind", sum("sign"), sum("sign" * round("side"."lng" * 1e7)), sum("sign" * round("side"."lat" * 1e7)),
    coalesce(sum("sign") FILTER (WHERE "is_open"), 0),
    coalesce(sum("sign") FILTER (WHERE "is_seen"), 0),
    coalesce(sum("sign") FILTER (WHERE "side"."facts" @> '{no-id}'), 0),
    coalesce(sum("sign") FILTER (WHERE "side"."facts" @> '{no-referral}'), 0),
    coalesce(sum("sign") FILTER (WHERE "side"."facts" @> '{wheelchair}'), 0)
  FROM "before" JOIN "after" USING ("id") CROSS JOIN LATERAL (
    VALUES (
      -1, "before"."cell_x", "before"."cell_y", "before"."kind", "before"."lng", "before"."lat", "before"."facts",
      "pin_is_counted"("before"."visibility", "before"."status", "before"."dormant_at", "counted_at"),
      "pin_is_open_in"("before"."status", "before"."ageing_until", "before"."hours_known_until", "before"."open_times", "span_before"),
      "pin_is_seen_by"("before"."checked_at", "before"."source_id", "before"."observed_at", "counted_at")
    ), (
      1, "after"."cell_x", "after"."cell_y", "after"."kind", "after"."lng", "after"."lat", "after"."facts",
      "pin_is_counted"("after"."visibility", "after"."status", "after"."dormant_at", "counted_at"),
      "pin_is_open_in"("after"."status", "after"."ageing_until", "after"."hours_known_until", "after"."open_times", "span_after"),
      "pin_is_seen_by"("after"."checked_at", "after"."source_id", "after"."observed_at", "counted_at")
    )
  ) AS "side"("sign", "x", "y", "kind", "lng", "lat", "facts", "is_counted", "is_open", "is_seen")
  WHERE "side"."is_counted" AND (
    "before"."lng", "before"."lat", "before"."kind", "before"."folded", "before"."facts",
    "before"."status", "before"."visibility", "before"."checked_at", "before"."fresh_until",
    "before"."ageing_until", "before"."dormant_at", "before"."hours_known_until" > now(),
    "before"."open_times" @> now(),
    CASE WHEN "before"."source_id" IS NULL THEN "before"."observed_at" END
  ) IS DISTINCT FROM (
    "after"."lng", "after"."lat", "after"."kind", "after"."folded", "after"."facts",
    "after"."status", "after"."visibility", "after"."checked_at", "after"."fresh_until",
    "after"."ageing_until", "after"."dormant_at", "after"."hours_known_until" > now(),
    "after"."open_times" @> now(),
    CASE WHEN "after"."source_id" IS NULL THEN "after"."observed_at" END
  )
  GROUP BY 1, 2, 3;
  RETURN NULL;
END $$;
