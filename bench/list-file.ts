import { createWriteStream } from "node:fs";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { kinds } from "@/features/kinds/index";
import type { PinContent } from "@/features/pins/schema";
import { now } from "@/lib/clock";
import { dice } from "./dice";
import { drawPins } from "./likely-pin";
import { drawPeople } from "./people";

const header = "id,name,type,address,city,state,country,latitude,longitude,hours,phone,description";
const rowsAtOnce = 500;

const cell = (value: string | number | null) => `"${String(value ?? "").replaceAll('"', '""')}"`;

const lineOf = (place: number, pin: PinContent) =>
  [
    place,
    pin.name,
    pin.kind,
    ...[pin.street, pin.city, pin.region, pin.country],
    ...[pin.lat.toFixed(6), pin.lng.toFixed(6)],
    ...[pin.openingHours, pin.phone, pin.description],
  ]
    .map(cell)
    .join(",");

/** Writes a list as somebody might bring one: a CSV file with so many places where people live. */
export async function writeList(path: string, count: number): Promise<void> {
  const roll = dice(43);
  const nextPerson = drawPeople(roll);
  const pinOf = drawPins(kinds, roll);
  const at = now();
  function* texts() {
    yield `${header}\n`;
    for (let first = 0; first < count; first += rowsAtOnce) {
      const size = Math.min(rowsAtOnce, count - first);
      const lines = Array.from({ length: size }, (_, place) =>
        lineOf(first + place, pinOf(nextPerson(), at)),
      );
      yield `${lines.join("\n")}\n`;
    }
  }
  await pipeline(Readable.from(texts()), createWriteStream(path));
}
