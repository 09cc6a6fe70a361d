import "server-only";
import type { Viewer } from "@/features/members/schema";
import { nearestPins } from "@/features/pins/queries";
import type { PinFilter } from "@/features/pins/schema";
import type { LngLat } from "@/lib/lng-lat";
import { beyondMetres, isShort } from "./rules";

/**
 * How far the nearest match is outside a distance within which there are `count`: of an empty list
 * however far, of a short one as far as somebody may go for one more. null for none, and for a list
 * that is long enough.
 */
export async function nearestBeyond(
  viewer: Viewer,
  { near, radiusMetres }: { near: LngLat; radiusMetres: number },
  filter: PinFilter,
  count: number,
): Promise<number | null> {
  if (!isShort(count)) return null;
  const reach = count > 0 ? { radiusMetres: Math.max(radiusMetres, beyondMetres) } : {};
  const { pins } = await nearestPins(viewer, { near, ...reach, filter, limit: count + 1 });
  return pins[count]?.distanceMetres ?? null;
}
