-- Written by the schema engine's diff and completed by hand (docs/house.md): the extensions, the
-- generated "location" columns, their geography indexes and the CHECK constraints. In a BETWEEN,
-- PostgreSQL counts NaN and the infinities as out of range.

CREATE EXTENSION IF NOT EXISTS "postgis";
CREATE EXTENSION IF NOT EXISTS "pg_trgm";

CREATE TABLE "member" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "handle" TEXT NOT NULL,
    "display_name" TEXT NOT NULL,
    "email_sealed" TEXT,
    "email_index" TEXT,
    "locale" TEXT NOT NULL DEFAULT 'en',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "deleted_at" TIMESTAMPTZ(3),

    CONSTRAINT "member_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "account" (
    "provider" TEXT NOT NULL,
    "provider_account_id" TEXT NOT NULL,
    "member_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "account_pkey" PRIMARY KEY ("provider","provider_account_id")
);

CREATE TABLE "session" (
    "token_hash" TEXT NOT NULL,
    "member_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "session_pkey" PRIMARY KEY ("token_hash")
);

CREATE TABLE "sign_in_token" (
    "token_hash" TEXT NOT NULL,
    "code_hash" TEXT NOT NULL,
    "browser_hash" TEXT NOT NULL,
    "email_sealed" TEXT NOT NULL,
    "email_index" TEXT NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "sign_in_token_pkey" PRIMARY KEY ("token_hash")
);

CREATE TABLE "source" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "name" TEXT NOT NULL,
    "licence" TEXT,
    "imported_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "source_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "pin" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "code" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "folded" TEXT NOT NULL,
    "lng" DOUBLE PRECISION NOT NULL,
    "lat" DOUBLE PRECISION NOT NULL,
    "location" geometry(Point, 4326) GENERATED ALWAYS AS (ST_SetSRID(ST_MakePoint("lng", "lat"), 4326)) STORED,
    "is_approximate" BOOLEAN NOT NULL DEFAULT false,
    "time_zone" TEXT NOT NULL,
    "street" TEXT,
    "city" TEXT,
    "region" TEXT,
    "postcode" TEXT,
    "country" TEXT,
    "hours_text" TEXT,
    "opening_hours" TEXT,
    "open_times" tstzmultirange,
    "hours_known_until" TIMESTAMPTZ(3),
    "description" TEXT,
    "phone" TEXT,
    "website" TEXT,
    "details" JSONB NOT NULL DEFAULT '{}',
    "status" TEXT NOT NULL DEFAULT 'open',
    "paused_until" TIMESTAMPTZ(3),
    "visibility" TEXT NOT NULL DEFAULT 'listed',
    "is_sample" BOOLEAN NOT NULL DEFAULT false,
    "checked_at" TIMESTAMPTZ(3),
    "checked_by_count" INTEGER NOT NULL DEFAULT 0,
    "doubt" TEXT,
    "doubted_at" TIMESTAMPTZ(3),
    "observed_at" TIMESTAMPTZ(3) NOT NULL,
    "fresh_until" TIMESTAMPTZ(3),
    "ageing_until" TIMESTAMPTZ(3) NOT NULL,
    "dormant_at" TIMESTAMPTZ(3) NOT NULL,
    "source_id" UUID,
    "external_id" TEXT,
    "content_hash" TEXT,
    "member_id" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "pin_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "pin_lng_check" CHECK ("lng" BETWEEN -180 AND 180),
    CONSTRAINT "pin_lat_check" CHECK ("lat" BETWEEN -90 AND 90),
    CONSTRAINT "pin_status_check" CHECK ("status" IN ('open', 'paused', 'closed', 'gone')),
    CONSTRAINT "pin_visibility_check" CHECK ("visibility" IN ('listed', 'held', 'removed')),
    CONSTRAINT "pin_doubt_check" CHECK ("doubt" IN ('changed', 'gone')),
    CONSTRAINT "pin_version_check" CHECK ("version" > 0)
);

CREATE TABLE "pin_revision" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "pin_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "action" TEXT NOT NULL,
    "member_id" UUID,
    "snapshot" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "pin_revision_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "verification" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "pin_id" UUID NOT NULL,
    "member_id" UUID,
    "answer" TEXT NOT NULL,
    "change" TEXT,
    "note" TEXT,
    "is_on_site" BOOLEAN NOT NULL DEFAULT false,
    "weight" DOUBLE PRECISION NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "verification_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "verification_answer_check" CHECK ("answer" IN ('still-there', 'changed', 'gone')),
    CONSTRAINT "verification_change_check" CHECK ("change" IN ('closed', 'paused', 'moved', 'wrong-details'))
);

CREATE TABLE "gazetteer_place" (
    "id" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "folded" TEXT NOT NULL,
    "region" TEXT,
    "country" TEXT NOT NULL,
    "population" INTEGER NOT NULL DEFAULT 0,
    "lng" DOUBLE PRECISION NOT NULL,
    "lat" DOUBLE PRECISION NOT NULL,
    "location" geometry(Point, 4326) GENERATED ALWAYS AS (ST_SetSRID(ST_MakePoint("lng", "lat"), 4326)) STORED,

    CONSTRAINT "gazetteer_place_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "gazetteer_place_lng_check" CHECK ("lng" BETWEEN -180 AND 180),
    CONSTRAINT "gazetteer_place_lat_check" CHECK ("lat" BETWEEN -90 AND 90),
    CONSTRAINT "gazetteer_place_kind_check" CHECK ("kind" IN ('city', 'town', 'village', 'postcode'))
);

CREATE TABLE "idempotency_key" (
    "key" TEXT NOT NULL,
    "scope" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "input_hash" TEXT NOT NULL,
    "answer" JSONB,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "idempotency_key_pkey" PRIMARY KEY ("scope","key")
);

CREATE TABLE "rate_limit" (
    "key" TEXT NOT NULL,
    "tokens" DOUBLE PRECISION NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "rate_limit_pkey" PRIMARY KEY ("key")
);

CREATE TABLE "setting" (
    "key" TEXT NOT NULL,
    "value" JSONB NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "setting_pkey" PRIMARY KEY ("key")
);

CREATE UNIQUE INDEX "member_handle_key" ON "member"("handle");
CREATE UNIQUE INDEX "member_email_index_key" ON "member"("email_index");
CREATE INDEX "account_member_id_idx" ON "account"("member_id");
CREATE INDEX "session_member_id_idx" ON "session"("member_id");
CREATE INDEX "session_expires_at_idx" ON "session"("expires_at");
CREATE INDEX "sign_in_token_email_index_idx" ON "sign_in_token"("email_index");
CREATE INDEX "sign_in_token_browser_hash_idx" ON "sign_in_token"("browser_hash");
CREATE INDEX "sign_in_token_expires_at_idx" ON "sign_in_token"("expires_at");
CREATE UNIQUE INDEX "source_name_key" ON "source"("name");
CREATE UNIQUE INDEX "pin_code_key" ON "pin"("code");
CREATE INDEX "pin_location_idx" ON "pin" USING GIST ("location");
CREATE INDEX "pin_geography_idx" ON "pin" USING GIST (("location"::geography));
CREATE INDEX "pin_kind_idx" ON "pin"("kind");
CREATE INDEX "pin_member_id_idx" ON "pin"("member_id");
CREATE INDEX "pin_hours_known_until_idx" ON "pin"("hours_known_until");
CREATE INDEX "pin_folded_idx" ON "pin" USING GIN ("folded" gin_trgm_ops);
CREATE UNIQUE INDEX "pin_source_id_external_id_key" ON "pin"("source_id", "external_id");
CREATE INDEX "pin_revision_member_id_idx" ON "pin_revision"("member_id");
CREATE UNIQUE INDEX "pin_revision_pin_id_version_key" ON "pin_revision"("pin_id", "version");
CREATE INDEX "verification_pin_id_created_at_idx" ON "verification"("pin_id", "created_at");
CREATE INDEX "verification_member_id_idx" ON "verification"("member_id");
CREATE INDEX "gazetteer_place_folded_idx" ON "gazetteer_place" USING GIN ("folded" gin_trgm_ops);
CREATE INDEX "gazetteer_place_geography_idx" ON "gazetteer_place" USING GIST (("location"::geography));
CREATE INDEX "idempotency_key_created_at_idx" ON "idempotency_key"("created_at");
CREATE INDEX "rate_limit_updated_at_idx" ON "rate_limit"("updated_at");

ALTER TABLE "account" ADD CONSTRAINT "account_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "member"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "session" ADD CONSTRAINT "session_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "member"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "pin" ADD CONSTRAINT "pin_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "source"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "pin" ADD CONSTRAINT "pin_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "member"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "pin_revision" ADD CONSTRAINT "pin_revision_pin_id_fkey" FOREIGN KEY ("pin_id") REFERENCES "pin"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "pin_revision" ADD CONSTRAINT "pin_revision_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "member"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "verification" ADD CONSTRAINT "verification_pin_id_fkey" FOREIGN KEY ("pin_id") REFERENCES "pin"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "verification" ADD CONSTRAINT "verification_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "member"("id") ON DELETE SET NULL ON UPDATE CASCADE;
