-- Nobody stands at a fridge on the corner to ask for papers: of these kinds it is certain by their
-- nature, as long as nobody has said otherwise (docs/decisions/0018, nobodyAsks in features/kinds/fields.ts).
-- The counts follow by the trigger of "pin".
UPDATE "pin" SET "facts" = array_remove(ARRAY[
  CASE WHEN "details" #>> '{id-asked,value}' IS DISTINCT FROM 'yes' THEN 'no-id' END,
  CASE WHEN "details" #>> '{referral-needed,value}' IS DISTINCT FROM 'yes' THEN 'no-referral' END
], NULL) || array_remove(array_remove("facts", 'no-id'), 'no-referral')
WHERE "kind" IN ('community-fridge', 'little-pantry', 'little-free-library', 'water');
