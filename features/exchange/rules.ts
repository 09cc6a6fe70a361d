import { createHash } from "node:crypto";
import { languages } from "@/features/kinds/fields";
import { kindOf } from "@/features/kinds/index";
import { parseDetails } from "@/features/kinds/rules";
import type { Details } from "@/features/kinds/schema";
import type { ImportRow } from "@/features/pins/schema";
import type { LngLat } from "@/lib/lng-lat";
import { foldWords } from "@/lib/text";
import { timeZoneAt } from "@/lib/time-zone";
import { columnsLeftOut, sortRow } from "./columns/rules";
import { isFactColumn } from "./facts/rules";
import { looksLikeMetres, SharedPoints } from "./placing/rules";
import type { FileFacts, RawRow } from "./schema";
import { coordinatesOf, type Understood } from "./understanding/rules";

/** More rows than this are refused before anything is written: split the file. */
export const mostRows = 1_000_000;
/** Larger files are refused unread (safety.md T51). */
export const mostBytes = 2 * 1024 ** 3;

const mostHeaders = 500;

const shortHash = (parts: readonly unknown[]) =>
  createHash("sha256").update(JSON.stringify(parts)).digest("base64url").slice(0, 24);

/** 48 bits of a hash: enough to tell two rows apart that share an id. */
const numberHash = (parts: readonly unknown[]) =>
  createHash("sha256").update(JSON.stringify(parts)).digest().readUIntBE(0, 6);

/** Looks at every row of a file once for what only all of them tell. */
export class Survey {
  private rows = 0;
  private metres = 0;
  private degrees = 0;
  private readonly shared = new SharedPoints();
  /** Ids with 48 bits of the hash of their row: a million of them take about 100 MB. */
  private readonly rowOfId = new Map<string, number>();
  private readonly repeatedIds = new Set<string>();
  private readonly headers = new Set<string>();

  get rowCount(): number {
    return this.rows;
  }

  add(raw: RawRow): void {
    this.rows++;
    for (const header of Object.keys(raw.values)) {
      if (this.headers.size < mostHeaders) this.headers.add(header);
    }
    const { cells } = sortRow(raw.values);
    const name = cells.name[0] ?? "";
    const address = foldWords(
      [cells.street[0] ?? name, cells.city[0], cells.postcode[0]].join(" "),
    );
    const point = coordinatesOf(cells, raw);
    if (point && Number.isFinite(point.x) && Number.isFinite(point.y)) {
      if (looksLikeMetres(point)) this.metres++;
      else this.degrees++;
      this.shared.add(point, address);
    }
    const id = cells.id[0];
    if (id === undefined) return;
    const row = numberHash([name, address]);
    const known = this.rowOfId.get(id);
    if (known === undefined) this.rowOfId.set(id, row);
    else if (known !== row) this.repeatedIds.add(id);
  }

  facts(): FileFacts {
    return {
      rows: this.rows,
      isInMetres: this.metres > this.degrees,
      repeatedIds: this.repeatedIds,
      isSharedPoint: (point) => this.shared.isShared(point),
      columnsLeftOut: columnsLeftOut(this.headers).filter((header) => !isFactColumn(header)),
    };
  }
}

/**
 * What a row is known by from one import to the next: its own id; without one, or with one that
 * other rows carry too, its name and address, or its name and point where no town is stated.
 */
export function externalIdOf(
  row: Understood,
  point: LngLat,
  repeatedIds: ReadonlySet<string>,
): string {
  if (row.id !== null && !repeatedIds.has(row.id)) return row.id;
  const { city, postcode } = row.stated;
  const place =
    row.street && (city ?? postcode)
      ? [row.street, city, postcode].map((part) => foldWords(part ?? ""))
      : [point.lng.toFixed(4), point.lat.toFixed(4)];
  const told = shortHash([foldWords(row.name), ...place]);
  return row.id === null ? `#${told}` : `${row.id}#${told}`;
}

/** What the list says of the kind's facts, as its own word on the day it looked. */
function detailsOf({ kind, facts }: Understood, observedAt: Date): Details {
  const saidAt = observedAt.toISOString();
  const said = Object.entries(facts.facts).map(([id, value]) => [
    id,
    { value, saidBy: "source", saidAt },
  ]);
  return parseDetails(kindOf(kind), {
    ...Object.fromEntries(said),
    [languages.id]: facts.languages,
  });
}

/** The pin of a row at its point. `at` is when it was last seen unless the row says when. */
export function importRow(
  row: Understood,
  point: LngLat & { isApproximate: boolean },
  facts: FileFacts,
  at: Date,
): ImportRow {
  const content = {
    kind: row.kind,
    name: row.name,
    lng: point.lng,
    lat: point.lat,
    isApproximate: point.isApproximate,
    timeZone: timeZoneAt(point),
    street: row.street,
    ...row.stated,
    hoursText: row.hoursText,
    openingHours: row.openingHours,
    exceptions: [],
    description: row.description,
    phone: row.phone,
    website: row.website,
  };
  const observedAt = row.seenAt ? new Date(row.seenAt) : at;
  return {
    ...content,
    details: detailsOf(row, observedAt),
    externalId: externalIdOf(row, point, facts.repeatedIds),
    contentHash: shortHash([content, row.facts, row.seenAt]),
    observedAt,
  };
}
