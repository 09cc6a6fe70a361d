import { z } from "zod";
import { categorySchema, sideSchema } from "@/features/requests/schema";

/** What a member says of themselves in words; sealed in `ability.sealed`. */
export const abilityWordsSchema = z.strictObject({
  summary: z.string().trim().min(1).max(100),
  when: z.string().trim().min(1).max(120).optional(),
});

/** "I can" (an offer) or "I could use" (a request): the same member has both. */
export const abilitySchema = z.strictObject({
  id: z.uuid(),
  side: sideSchema,
  category: categorySchema,
  ...abilityWordsSchema.shape,
});
export type Ability = z.infer<typeof abilitySchema>;

/** So many a member may keep. */
export const mostAbilities = 20;

/** What the form sends: the controls `side, category, summary, when`. */
export const newAbilitySchema = z.strictObject({
  side: sideSchema,
  category: categorySchema,
  summary: abilityWordsSchema.shape.summary,
  when: z
    .string()
    .trim()
    .max(120)
    .default("")
    .transform((typed) => typed || undefined),
});
export type NewAbility = z.infer<typeof newAbilitySchema>;

/** `error` has its words in the messages under `requests.abilities.errors`. */
export type AbilityState = {
  error: "wrong-fields" | "too-many" | "sign-in-needed" | null;
  values: Readonly<Record<string, string>>;
};

export const emptyAbility: AbilityState = { error: null, values: {} };
