import "server-only";
import type { ImportRow } from "@/features/pins/schema";
import type { LngLat } from "@/lib/lng-lat";
import { placeRow } from "../placing/rules";
import { farFromTowns, PlacesOfFile } from "../queries";
import { importRow } from "../rules";
import type { FileFacts, LeftOut, RawRow, Reason } from "../schema";
import { type KindHints, type Understood, understandRow } from "../understanding/rules";

/** A row that can go on the map as far as the file alone tells. */
export type Prepared = {
  line: number;
  row: ImportRow;
  values: Record<string, string>;
  isSwapped: boolean;
  emailsDropped: number;
  wasNameShortened: boolean;
};

export type PrepareOptions = { hints: KindHints; placeByPostcode: boolean; at: Date };

export type Outcome =
  | { type: "prepared"; prepared: Prepared }
  | { type: "left-out"; leftOut: LeftOut }
  /** The same row a second time. */
  | { type: "repeated" };

const rowsAtOnce = 1_000;

type Placed = LngLat & { isApproximate: boolean; isSwapped: boolean; isVouched: boolean };
type Refused = { reason: Reason; detail?: string };

async function placed(
  row: Understood,
  facts: FileFacts,
  places: PlacesOfFile,
  options: PrepareOptions,
): Promise<Placed | Refused> {
  const { coordinates, stated } = row;
  if (!coordinates) {
    const saysWhere = row.street ?? stated.city ?? stated.postcode;
    if (saysWhere === null) return { reason: "no-place" };
    if (!options.placeByPostcode) return { reason: "no-point" };
    const rough = places.roughPlace(stated);
    if (!rough) return { reason: "no-such-place" };
    return {
      lng: rough.lng,
      lat: rough.lat,
      isApproximate: true,
      isSwapped: false,
      isVouched: true,
    };
  }
  if (facts.isSharedPoint(coordinates)) return { reason: "shared-point" };
  const known = await places.statedBy(stated);
  const found = placeRow(coordinates, facts.isInMetres || row.isInMetres, known);
  if (!found.ok) return found;
  const isVouched = known.centres.length > 0;
  return { ...found.point, isApproximate: false, isSwapped: found.isSwapped, isVouched };
}

const isRefused = (place: Placed | Refused): place is Refused => "reason" in place;

/** Remembers the rows of a file by what they are known by, so that each goes on the map once. */
class Seen {
  private readonly hashes = new Map<string, string>();

  /** null for the first of its kind. */
  again({ externalId, contentHash }: ImportRow): "repeated" | "same-place" | null {
    const known = this.hashes.get(externalId);
    if (known === undefined) this.hashes.set(externalId, contentHash);
    return known === undefined ? null : known === contentHash ? "repeated" : "same-place";
  }
}

const leftOut = (row: Understood, { reason, detail }: Refused): Outcome => ({
  type: "left-out",
  leftOut: { line: row.line, reason, detail, values: row.values },
});

async function prepareBatch(
  batch: readonly RawRow[],
  facts: FileFacts,
  options: PrepareOptions,
  memory: { places: PlacesOfFile; seen: Seen },
): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  const understood: Understood[] = [];
  for (const raw of batch) {
    const found = understandRow(raw, options.hints, options.at);
    if (found.ok) understood.push(found.row);
    else outcomes.push({ type: "left-out", leftOut: refusalOf(raw.line, found) });
  }
  await memory.places.learn(understood.map(({ stated }) => stated));
  const places = await Promise.all(
    understood.map(async (row) => ({
      row,
      place: await placed(row, facts, memory.places, options),
    })),
  );
  const unvouched = places.flatMap(({ place }) =>
    isRefused(place) || place.isVouched ? [] : [place],
  );
  const farIndexes = await farFromTowns(unvouched);
  const far = new Set(unvouched.filter((_, index) => farIndexes.has(index)));
  for (const { row, place } of places) {
    if (isRefused(place)) outcomes.push(leftOut(row, place));
    else if (far.has(place)) outcomes.push(leftOut(row, { reason: "far-from-anything" }));
    else outcomes.push(finish(row, place, facts, options, memory.seen));
  }
  return outcomes;
}

/** What is kept of a row that was not understood: of a refuge nothing but its line. */
const refusalOf = (
  line: number,
  { reason, values }: { reason: Reason; values: Record<string, string> },
): LeftOut => (reason === "refuge" ? { line, reason } : { line, reason, values });

function finish(
  row: Understood,
  { lng, lat, isApproximate, isSwapped }: Placed,
  facts: FileFacts,
  { at }: PrepareOptions,
  seen: Seen,
): Outcome {
  const { values, line, emailsDropped, wasNameShortened } = row;
  const pin = importRow(row, { lng, lat, isApproximate }, facts, at);
  const again = seen.again(pin);
  if (again === "repeated") return { type: "repeated" };
  if (again) return leftOut(row, { reason: again });
  return {
    type: "prepared",
    prepared: { line, row: pin, values, isSwapped, emailsDropped, wasNameShortened },
  };
}

/** Prepares the rows of a file a few hundred at a time, in the order in which they came. */
export async function* prepareRows(
  rows: AsyncIterable<RawRow>,
  facts: FileFacts,
  options: PrepareOptions,
): AsyncGenerator<Outcome[]> {
  const memory = { places: new PlacesOfFile(), seen: new Seen() };
  let batch: RawRow[] = [];
  for await (const row of rows) {
    batch.push(row);
    if (batch.length < rowsAtOnce) continue;
    yield await prepareBatch(batch, facts, options, memory);
    batch = [];
  }
  if (batch.length > 0) yield await prepareBatch(batch, facts, options, memory);
}
