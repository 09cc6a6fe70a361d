import { z } from "zod";

/** What a host asks of an extract. */
export type StreetsOptions = {
  /** What the region is called: loading it again under this name replaces it. */
  region: string;
  isDryRun: boolean;
};

/** A street's part or a house as it waits to be written. */
export const foundPartSchema = z.object({
  name: z.string(),
  number: z.string().nullable(),
  city: z.string().nullable(),
  lng: z.number(),
  lat: z.number(),
});
export type FoundPart = z.infer<typeof foundPartSchema>;

/** What became of an extract. */
export type StreetsReport = {
  nodes: number;
  ways: number;
  streets: number;
  addresses: number;
  /** Numbers on an object that names no street. */
  withoutStreet: number;
  /** Streets and houses whose points the extract does not hold. */
  withoutPoint: number;
};
