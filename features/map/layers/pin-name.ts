import * as z from "zod/mini";
import type { MapKind } from "@/features/map/schema";

const answerSchema = z.object({ properties: z.object({ name: z.string(), kind: z.string() }) });

/**
 * "Hope Food Bank, Food pantry": what a screen reader says of a pin, whose tile has no name in it.
 * Empty when the line is broken: the pin opens all the same.
 */
export async function readPinName(pinId: string, kinds: readonly MapKind[]): Promise<string> {
  try {
    const answer = await fetch(`/api/v1/pins/${pinId}`);
    const { name, kind } = answerSchema.parse(await answer.json()).properties;
    const called = kinds.find(({ id }) => id === kind)?.one;
    return called ? `${name}, ${called}` : name;
  } catch {
    return "";
  }
}
