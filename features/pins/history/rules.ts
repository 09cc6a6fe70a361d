import { isDeepStrictEqual } from "node:util";
import type { DayException } from "@/features/pins/hours/exceptions/schema";
import type { PinSnapshot, Revision } from "@/features/pins/schema";
import { distanceMetres } from "@/lib/lng-lat";

/** The fields of a pin that are told as text, in the order of its page. */
export const toldFields = [
  "kind",
  "name",
  "street",
  "city",
  "region",
  "postcode",
  "hoursText",
  "openingHours",
  "description",
  "phone",
  "website",
] as const;
export type ToldField = (typeof toldFields)[number];

export type Change =
  | { type: "text"; field: ToldField; before: string | null; after: string | null }
  | { type: "detail"; fieldId: string; before: string | null; after: string | null }
  | { type: "exceptions"; before: readonly DayException[]; after: readonly DayException[] }
  | { type: "moved"; metres: number };

type DetailValue = PinSnapshot["details"][string] | undefined;

const detailText = (value: DetailValue): string | null =>
  (typeof value === "object" ? value.value : value) ?? null;

/** What a revision changed of the one before it, field by field; nothing for the first one. */
export function changesBetween(before: PinSnapshot | undefined, after: PinSnapshot): Change[] {
  if (!before) return [];
  const texts = toldFields.flatMap((field): Change[] =>
    before[field] === after[field]
      ? []
      : [{ type: "text", field, before: before[field], after: after[field] }],
  );
  const fieldIds = new Set([...Object.keys(before.details), ...Object.keys(after.details)]);
  const details = [...fieldIds].flatMap((fieldId): Change[] => {
    const [old, now] = [detailText(before.details[fieldId]), detailText(after.details[fieldId])];
    return old === now ? [] : [{ type: "detail", fieldId, before: old, after: now }];
  });
  const areOthers = !isDeepStrictEqual(before.exceptions, after.exceptions);
  const exceptions: Change[] = areOthers
    ? [{ type: "exceptions", before: before.exceptions, after: after.exceptions }]
    : [];
  const metres = distanceMetres(before, after);
  const moved: Change[] = metres < 1 ? [] : [{ type: "moved", metres }];
  return [...texts, ...exceptions, ...details, ...moved];
}

/** Each revision with what it changed; they come newest first. */
export const withChanges = (revisions: readonly Revision[]) =>
  revisions.map((revision, index) => ({
    revision,
    changes: changesBetween(revisions[index + 1]?.snapshot, revision.snapshot),
  }));
