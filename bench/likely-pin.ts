import { kindOf } from "@/features/kinds/index";
import type { Details, Kind, KindId } from "@/features/kinds/schema";
import type { PinContent } from "@/features/pins/schema";
import { type Dice, drawByWeight } from "./dice";
import type { Person } from "./people";

/** What there is much of and what little; every other kind counts 2. */
const shares: Partial<Record<KindId, number>> = {
  "food-pantry": 24,
  "little-free-library": 20,
  "free-meal": 10,
  water: 10,
  "community-fridge": 6,
  "little-pantry": 6,
  "toilets-showers": 6,
};

/** With how often; null where nobody has written them down. */
const hours: readonly (readonly [string | null, number])[] = [
  [null, 35],
  ["24/7", 12],
  ["Mo-Fr 09:00-17:00", 10],
  ["Mo-Sa 10:00-19:00", 4],
  ["Mo-Su 08:00-20:00", 4],
  ["Tu,Th 16:00-19:00; Sa 10:00-13:00", 5],
  ["Mo,We,Fr 10:00-14:00", 5],
  ["Sa 09:00-12:00", 5],
  ["We 17:30-19:30", 4],
  ["Th[2] 15:00-18:00", 3],
  ["Tu[2,4] 10:00-12:00", 3],
  ["Sa[-1] 09:00-11:00", 2],
  ["Mo-Fr 07:00-10:00,17:00-20:00", 3],
  ["Nov-Mar Mo-Su 19:00-07:00", 2],
  ["Fr-Sa 20:00-02:00", 2],
  ['Mo-Fr 09:00-16:00 "by appointment"', 1],
];

const whose = "Hope Grace Unity Mission Sunrise Harbour Elm Maple Riverside Saint-Mary Bethel";
const names = [
  ...whose.split(" "),
  ..."Hillside Trinity Central Oak Park Liberty Union".split(" "),
];
const streets = "Main Elm Oak Church Station Market Park High Mill School Bridge River".split(" ");
const share = { ofFacts: 0.4, ofTelephones: 0.4, ofDescriptions: 0.3 };

const oneOf = <Thing>(things: readonly Thing[], roll: Dice): Thing => {
  const thing = things[Math.floor(roll() * things.length)];
  if (thing === undefined) throw new Error("There is nothing to draw from");
  return thing;
};

/** Some of what can be known of the kind, said on that day. */
function drawDetails({ fields }: Kind, saidAt: Date, roll: Dice): Details {
  const details: Details = {};
  for (const { id, type } of fields) {
    if (type !== "fact" || roll() > share.ofFacts) continue;
    const value = roll() < 0.5 ? "yes" : "no";
    details[id] = { value, saidBy: "source", saidAt: saidAt.toISOString() };
  }
  return details;
}

/** Draws what a pin says, as far as it needs no place, about as much as real lists do. */
export function drawPins(kinds: readonly Kind[], roll: Dice) {
  const nextKind = drawByWeight(kinds, ({ id }) => shares[id] ?? 2, roll);
  const nextHours = drawByWeight(hours, ([, count]) => count, roll);
  return ({ lng, lat, town, timeZone }: Person, observedAt: Date): PinContent => {
    const kind = nextKind();
    const street = oneOf(streets, roll);
    const isTelephone = roll() < share.ofTelephones;
    const isDescribed = roll() < share.ofDescriptions;
    return {
      kind: kind.id,
      name: `${oneOf(names, roll)} ${kindOf(kind.id).words.en.one}, ${street} St`,
      lng,
      lat,
      isApproximate: false,
      timeZone,
      street: `${1 + Math.floor(roll() * 2_000)} ${street} St`,
      city: town.name.slice(0, 120),
      region: town.region,
      postcode: null,
      country: town.country,
      hoursText: null,
      openingHours: nextHours()[0],
      exceptions: [],
      description: isDescribed ? `${kind.words.en.about} Ask at the side door.` : null,
      phone: isTelephone ? `+1 555 ${1_000 + Math.floor(roll() * 9_000)}` : null,
      website: null,
      details: drawDetails(kind, observedAt, roll),
    };
  };
}
