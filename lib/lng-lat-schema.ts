import { z } from "zod";
import type { LngLat } from "@/lib/lng-lat";

/** Apart from lng-lat.ts, so that browsers need not fetch zod to measure a distance. */
export const lngLatSchema: z.ZodType<LngLat, LngLat> = z.object({
  lng: z.number().min(-180).max(180),
  lat: z.number().min(-90).max(90),
});
