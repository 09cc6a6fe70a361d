import type { SuggestionsAnswer } from "@/features/pins/doors/suggestions/schema";
import type { Suggestion } from "@/features/pins/find/suggestions/schema";

/** Streets and house numbers are OpenStreetMap's (openstreetmap.org/copyright). */
const streetsAttribution = "© OpenStreetMap contributors, ODbL 1.0";

/** Suggestions for machines, with the credit that goes with addresses. */
export const suggestionsAnswer = (suggestions: readonly Suggestion[]): SuggestionsAnswer => ({
  suggestions: [...suggestions],
  attribution: suggestions.some(({ type }) => type === "address") ? streetsAttribution : null,
});
