import "server-only";
import type { MemberViewer } from "@/features/members/schema";
import { cellOfPlace, isDense, nameOfArea } from "@/features/places/cells/queries";
import {
  coarser,
  mayBeTheSame,
  resolutionOf,
  resolutionRefusal,
  shown,
} from "@/features/places/cells/rules";
import { type Cell, cellSchema, type ShownArea } from "@/features/places/cells/schema";
import { db } from "@/lib/db";
import type { Locale } from "@/lib/i18n/locale";
import type { Values } from "./rules";

async function named(member: MemberViewer, cell: Cell, locale: Locale): Promise<ShownArea> {
  return shown({ cell, name: await nameOfArea(member, cell, locale) });
}

/** The area of the member's last post, to be offered again; null when there is none. */
export async function lastArea(member: MemberViewer, locale: Locale): Promise<ShownArea | null> {
  const { memberId: id } = member;
  const row = await db().member.findUnique({ where: { id }, select: { areaCell: true } });
  const { data: cell } = cellSchema.safeParse(row?.areaCell);
  return cell ? named(member, cell, locale) : null;
}

export type AreaAnswer =
  | { ok: true; area: ShownArea }
  | {
      ok: false;
      reason: "area-needed" | "area-not-found" | "area-too-fine" | "same-area";
      area: ShownArea | null;
    };

const sizeOf = (values: Values): number | undefined => {
  const size = Number(values["area.size"]);
  return [5, 6, 7, 8].includes(size) ? size : undefined;
};

/** What was typed as a place, or chosen as a cell; the typed place counts when it is new. */
async function chosen(member: MemberViewer, values: Values, locale: Locale): Promise<AreaAnswer> {
  const resolution = sizeOf(values);
  const place = values["area.place"]?.trim() ?? "";
  const { data: cell } = cellSchema.safeParse(values["area.cell"]);
  const isKnown = cell !== undefined && place === values["area.found"];
  const asksForFiner = isKnown && resolution !== undefined && resolution > resolutionOf(cell);
  if (place !== "" && (!isKnown || asksForFiner)) {
    const found = await cellOfPlace(member, place, { locale, resolution });
    return found
      ? { ok: true, area: shown(found) }
      : { ok: false, reason: "area-not-found", area: null };
  }
  if (!cell) return { ok: false, reason: "area-needed", area: null };
  const sized = coarser(cell, resolution ?? resolutionOf(cell));
  return { ok: true, area: await named(member, sized, locale) };
}

/**
 * The area that a form means. It asks once when the new one lies beside the last one, and refuses
 * the finest size outside what the host marked as dense.
 */
export async function areaOf(
  member: MemberViewer,
  values: Values,
  locale: Locale,
): Promise<AreaAnswer> {
  const answer = await chosen(member, values, locale);
  if (!answer.ok) return answer;
  const { area } = answer;
  if (resolutionRefusal(area.cell, await isDense(area.cell)))
    return { ok: false, reason: "area-too-fine", area };
  // Where somebody else lives says nothing of the member's own area.
  const last = values.isForSomeone === "on" ? null : await lastArea(member, locale);
  if (!last || !mayBeTheSame(last.cell, area.cell) || values["area.same"] === "new") return answer;
  return values["area.same"] === "same"
    ? { ok: true, area: last }
    : { ok: false, reason: "same-area", area };
}
