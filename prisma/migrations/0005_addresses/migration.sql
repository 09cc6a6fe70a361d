-- Streets with their house numbers, loaded by a host from OpenStreetMap extracts. The numbers stand
-- in arrays beside their street: a tenth of the rows and a single index to build
-- (docs/decisions/0013). Coordinates of numbers are in ten millionths of a degree, as OpenStreetMap
-- keeps them.
CREATE TABLE "street_region" (
    "id" SERIAL NOT NULL,
    "name" TEXT NOT NULL,
    "loaded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "street_count" INTEGER NOT NULL,
    "address_count" INTEGER NOT NULL,

    CONSTRAINT "street_region_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "street" (
    "region_id" INTEGER NOT NULL,
    "id" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "folded" TEXT NOT NULL,
    "town" TEXT,
    "region" TEXT,
    "country" TEXT,
    "lng" DOUBLE PRECISION NOT NULL,
    "lat" DOUBLE PRECISION NOT NULL,
    "location" geometry(Point, 4326) GENERATED ALWAYS AS (ST_SetSRID(ST_MakePoint("lng", "lat"), 4326)) STORED,
    "numbers" TEXT[] NOT NULL DEFAULT ARRAY[]::TEXT[],
    "lngs" INTEGER[] NOT NULL DEFAULT ARRAY[]::INTEGER[],
    "lats" INTEGER[] NOT NULL DEFAULT ARRAY[]::INTEGER[],

    CONSTRAINT "street_pkey" PRIMARY KEY ("region_id", "id"),
    CONSTRAINT "street_lng_check" CHECK ("lng" BETWEEN -180 AND 180),
    CONSTRAINT "street_lat_check" CHECK ("lat" BETWEEN -90 AND 90),
    CONSTRAINT "street_numbers_check" CHECK (cardinality("numbers") = cardinality("lngs") AND cardinality("numbers") = cardinality("lats"))
);

CREATE UNIQUE INDEX "street_region_name_key" ON "street_region"("name");
CREATE INDEX "street_folded_idx" ON "street" USING GIN ("folded" gin_trgm_ops);

ALTER TABLE "street" ADD CONSTRAINT "street_region_id_fkey" FOREIGN KEY ("region_id") REFERENCES "street_region"("id") ON DELETE CASCADE ON UPDATE CASCADE;
