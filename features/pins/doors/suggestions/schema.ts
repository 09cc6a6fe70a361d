import { z } from "zod";
import { pointParameter } from "@/features/pins/doors/schema";
import { suggestionSchema } from "@/features/pins/find/suggestions/schema";

const mostSuggestions = 20;

function isLanguageTag(text: string): boolean {
  try {
    return Intl.getCanonicalLocales(text).length === 1;
  } catch {
    return false;
  }
}

export const suggestionParametersSchema = z.strictObject({
  q: z
    .string()
    .min(1, "must say what was typed")
    .max(200, "is longer than 200 characters")
    .meta({ description: "What was typed so far.", example: "diapers oakl" }),
  near: pointParameter
    .optional()
    .meta({ description: "What is nearer comes first.", example: "-87.63,41.88" }),
  limit: z
    .string()
    .refine(
      (text) => /^\d{1,3}$/.test(text) && Number(text) >= 1 && Number(text) <= mostSuggestions,
      `must be a whole number from 1 to ${mostSuggestions}`,
    )
    .transform(Number)
    .default(8)
    .meta({ description: `Suggestions, ${mostSuggestions} at most.`, example: "8" }),
  lang: z
    .string()
    .max(35, "must be a language tag, for example es-MX")
    .refine(isLanguageTag, "must be a language tag, for example es-MX")
    .default("en")
    .meta({ description: "The language to answer in; its region tells the units.", example: "es" }),
});

export const suggestionsAnswerSchema = z
  .object({
    suggestions: z.array(suggestionSchema),
    attribution: z
      .string()
      .nullable()
      .meta({ description: "To be shown beside suggestions of the type address." }),
  })
  .meta({ id: "Suggestions" });
export type SuggestionsAnswer = z.infer<typeof suggestionsAnswerSchema>;
