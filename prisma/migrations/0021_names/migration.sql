-- "folded" holds the words of a pin's kind and address too, so that half the letters somebody types lead
-- to a quarter of all pins ("des": every despensa). Of names alone they lead to the few that are called so.
CREATE INDEX "pin_name_idx" ON "pin" USING GIN ("left"("folded", char_length("name")) gin_trgm_ops);
