import { z } from "zod";
import { accessFacts, languages } from "@/features/kinds/fields";
import { languagesIn } from "@/features/kinds/languages/rules";
import {
  accessIds,
  type Details,
  type Field,
  factSchema,
  type Kind,
  type KindColour,
  type Locale,
} from "@/features/kinds/schema";

/** The colours of components/tokens.css in the light theme, for the map, which reads no CSS. */
export const kindColours: Readonly<Record<KindColour, string>> = {
  coral: "#c8452f",
  sky: "#2b6ea6",
  plum: "#7a3f73",
  earth: "#8a5a2b",
  leaf: "#1f6f54",
  slate: "#546471",
  ochre: "#98690f",
  teal: "#137a82",
};

const valueSchemas = {
  fact: factSchema,
  text: z.string().trim().min(1).max(500),
  date: z.iso.date(),
} as const;

/**
 * The details that a kind has fields for, each checked by its field's type. Whatever else was
 * there, for example from before the pin's kind changed, is left out.
 */
export function parseDetails(kind: Kind, given: unknown): Details {
  const values = z.record(z.string(), z.unknown()).safeParse(given).data ?? {};
  const details: Details = {};
  for (const field of kind.fields) {
    const value = valueSchemas[field.type].safeParse(values[field.id]);
    if (value.success) details[field.id] = value.data;
  }
  return details;
}

/** What is known of a fact: yes, no, or unknown; "unknown" never passes for yes or no. */
export function factValue(details: Details, fieldId: string): "yes" | "no" | "unknown" {
  const stored = factSchema.safeParse(details[fieldId]);
  return stored.success ? stored.data.value : "unknown";
}

/** A fact in words, for example "No ID needed"; null for a field that is not a fact. */
export function factWords(field: Field, details: Details, locale: Locale): string | null {
  return field.says?.[factValue(details, field.id)][locale] ?? null;
}

/** The one thing that decides whether to go, in words, or null where the kind has none. */
export function decidingWords(kind: Kind, details: Details, locale: Locale): string | null {
  const field = kind.fields.find(({ id }) => id === kind.decidingField);
  return field ? factWords(field, details, locale) : null;
}

/** How a spoken language stands among the facts: "speaks-es". */
export const speaksFact = (code: string) => `speaks-${code}`;

/**
 * What is certain of a pin, in the words that filters ask for: "no-id", "wheelchair", "speaks-es".
 * What is not known, or known to be otherwise, is not among them.
 */
export function certainFacts({ fields }: Kind, details: Details): string[] {
  const access = accessIds.filter((id) => {
    const { fact, value } = accessFacts[id];
    return fields.includes(fact) && factValue(details, fact.id) === value;
  });
  const spoken = fields.includes(languages) ? details[languages.id] : undefined;
  const codes = typeof spoken === "string" ? languagesIn(spoken).codes : [];
  return [...access, ...codes.map(speaksFact)];
}
