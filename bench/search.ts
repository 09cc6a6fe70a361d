import type { Dice } from "./dice";
import { type Figure, spreadOf } from "./figures";
import { read, timeEach } from "./measure";
import type { Person } from "./people";

const runs = 300;
const warmUps = 20;
const wordsForThings = ["nappies", "warm coat", "leche", "fridge", "food bank", "libros", "water"];
const wordsOfNames = ["hope pantry", "unity", "saint mary", "riverside lib", "trinity", "maple"];

/** What somebody has typed so far: the beginning of a town, a word for a thing, part of a name. */
function typed({ town }: Person, roll: Dice): string {
  const share = roll();
  if (share < 0.5) return town.name.slice(0, 3 + Math.floor(roll() * 6));
  const words = share < 0.75 ? wordsForThings : wordsOfNames;
  const text = words[Math.floor(roll() * words.length)] ?? "water";
  return text.slice(0, Math.max(3, Math.ceil(roll() * text.length)));
}

/** Suggestions while somebody types, beside their home and without a place. */
export async function measureSearch(
  origin: string,
  { nextPerson, roll }: { nextPerson: () => Person; roll: Dice },
): Promise<Figure[]> {
  const asked = (isNear: boolean) =>
    Array.from({ length: warmUps + runs }, () => {
      const person = nextPerson();
      const near = isNear ? `&near=${person.lng.toFixed(3)},${person.lat.toFixed(3)}` : "";
      return `${origin}/api/v1/suggestions?q=${encodeURIComponent(typed(person, roll))}${near}`;
    });
  const timed = async (isNear: boolean) =>
    spreadOf((await timeEach(asked(isNear), (url) => read(url))).slice(warmUps));
  const near = await timed(true);
  const anywhere = await timed(false);
  return [
    { what: "suggestions beside a place, over HTTP, median", value: near.median, unit: "ms" },
    { what: "suggestions beside a place, over HTTP, 95 %", value: near.p95, unit: "ms" },
    { what: "suggestions without a place, over HTTP, median", value: anywhere.median, unit: "ms" },
    { what: "suggestions without a place, over HTTP, 95 %", value: anywhere.p95, unit: "ms" },
  ];
}
