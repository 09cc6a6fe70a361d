-- Streets around a point are found by both indexes together: of 20,000 "Elm Streets" the 150 near by.
CREATE INDEX "street_location_idx" ON "street" USING GIST ("location");
