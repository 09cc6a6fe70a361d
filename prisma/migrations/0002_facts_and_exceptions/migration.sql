-- What is certain of a pin, for filters ("no-id", "wheelchair", "speaks-es"), derived from its
-- details; and the days on which its hours are not the usual ones.
ALTER TABLE "pin" ADD COLUMN "facts" TEXT[] NOT NULL DEFAULT ARRAY[]::TEXT[],
ADD COLUMN "exceptions" JSONB NOT NULL DEFAULT '[]';
