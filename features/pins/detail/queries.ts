import "server-only";
import type { Viewer } from "@/features/members/schema";
import { nearestPins } from "@/features/pins/queries";
import type { PinDetail, PinSummary } from "@/features/pins/schema";

const mostAround = 5;
/** Farther than this nobody would call it near. */
const farthestMetres = 50_000;

/** The nearest other pins of every kind that everyone may see, nearest first, five at most. */
export async function pinsAround(
  viewer: Viewer,
  { id, lng, lat }: Pick<PinDetail, "id" | "lng" | "lat">,
): Promise<PinSummary[]> {
  const { pins } = await nearestPins(viewer, { near: { lng, lat }, limit: mostAround + 1 });
  return pins
    .filter((pin) => pin.id !== id && (pin.distanceMetres ?? 0) <= farthestMetres)
    .slice(0, mostAround);
}
