-- The facts of the pins that were there before, from what is said about them. Languages follow when
-- a pin is next written: their names are understood by features/kinds, not by SQL.
UPDATE "pin" SET "facts" = array_remove(ARRAY[
  CASE WHEN "details" #>> '{id-asked,value}' = 'no' THEN 'no-id' END,
  CASE WHEN "details" #>> '{referral-needed,value}' = 'no' THEN 'no-referral' END,
  CASE WHEN "details" #>> '{wheelchair,value}' = 'yes' THEN 'wheelchair' END,
  CASE WHEN "details" #>> '{delivery,value}' = 'yes' THEN 'delivery' END,
  CASE WHEN "details" #>> '{halal,value}' = 'yes' THEN 'halal' END,
  CASE WHEN "details" #>> '{kosher,value}' = 'yes' THEN 'kosher' END,
  CASE WHEN "details" #>> '{vegetarian,value}' = 'yes' THEN 'vegetarian' END
], NULL)
WHERE "details" ?| ARRAY['id-asked', 'referral-needed', 'wheelchair', 'delivery', 'halal', 'kosher', 'vegetarian'];
