import { z } from "zod";
import { kindIdSchema } from "@/features/kinds/schema";
import { pinIdSchema } from "@/features/pins/schema";

const point = {
  lng: z.number(),
  lat: z.number(),
};

const kinds = z.array(kindIdSchema).meta({ description: "Kinds that the words name too." });

const filters = z.record(z.string(), z.string()).optional().meta({
  description: "Filters that the words ask for, by the names that the list's address has.",
});

/** What somebody may mean while they type, in the order of likelihood. */
export const suggestionSchema = z.discriminatedUnion("type", [
  z.object({
    type: z.literal("kind"),
    label: z.string(),
    detail: z.string(),
    kinds,
    filters,
  }),
  z.object({
    type: z.literal("place"),
    name: z.string(),
    label: z.string().meta({ description: "Its name with what tells it from others." }),
    detail: z.string(),
    kinds,
    filters,
    ...point,
    radius_m: z.number().int().meta({ description: "How far around its middle it reaches." }),
  }),
  z.object({
    type: z.literal("address"),
    line: z.string().meta({ description: "The street with its number, as its country writes it." }),
    street: z.string(),
    town: z.string().nullable(),
    number: z.string().nullable(),
    missing_number: z
      .string()
      .nullable()
      .meta({ description: "The number asked for, where only a number near it is known." }),
    label: z.string(),
    detail: z.string(),
    kinds,
    filters,
    ...point,
  }),
  z.object({
    type: z.literal("pin"),
    label: z.string(),
    detail: z.string(),
    kinds,
    id: pinIdSchema,
  }),
]);
export type Suggestion = z.infer<typeof suggestionSchema>;
