import { z } from "zod";
import {
  accessFacts,
  appointmentNeeded,
  customersOnly,
  freeOfCharge,
  idAsked,
  languages,
  membershipNeeded,
  referralNeeded,
  servesAreaOnly,
} from "@/features/kinds/fields";
import { languagesIn } from "@/features/kinds/languages/rules";
import {
  accessIds,
  type Details,
  type Fact,
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

/** What is known of a fact, with who said it: null for what a kind is by its nature. */
export type Known = { value: Fact["value"]; said: Fact | null };

/** What somebody said of a fact; else what is so by the kind's nature; null for what is not known. */
export function knownOf({ byNature = [] }: Kind, details: Details, fieldId: string): Known | null {
  const said = factSchema.safeParse(details[fieldId]).data;
  if (said) return { value: said.value, said };
  const nature = byNature.find(({ fact }) => fact.id === fieldId);
  return nature ? { value: nature.value, said: null } : null;
}

/** What is known of a fact: yes, no, or unknown; "unknown" never passes for yes or no. */
export const factValue = (
  kind: Kind,
  details: Details,
  fieldId: string,
): Known["value"] | "unknown" => knownOf(kind, details, fieldId)?.value ?? "unknown";

/** A fact in words, for example "No ID needed"; null for a field that is not a fact. */
export function factWords(
  kind: Kind,
  field: Field,
  details: Details,
  locale: Locale,
): string | null {
  const known = knownOf(kind, details, field.id);
  if (known && !known.said) {
    const nature = kind.byNature?.find(({ fact }) => fact === field);
    if (nature) return nature.words[locale];
  }
  return field.says?.[known?.value ?? "unknown"][locale] ?? null;
}

/** What keeps people out, each as the fact and the value that does, the heaviest first. */
const barriers: readonly { fact: Field; value: Fact["value"] }[] = [
  { fact: idAsked, value: "yes" },
  { fact: referralNeeded, value: "yes" },
  { fact: membershipNeeded, value: "yes" },
  { fact: customersOnly, value: "yes" },
  { fact: servesAreaOnly, value: "yes" },
  { fact: appointmentNeeded, value: "yes" },
  { fact: freeOfCharge, value: "no" },
];

/** Whether a fact is known to keep people out, as "ID asked for" does. */
export const isBarrier = (kind: Kind, field: Field, details: Details): boolean =>
  barriers.some(
    ({ fact, value }) =>
      fact === field && kind.fields.includes(fact) && factValue(kind, details, fact.id) === value,
  );

/** What is known to keep people out, then the one thing that decides for the kind, known or not. */
export function decidingFacts(kind: Kind, details: Details): Field[] {
  const known = barriers.map(({ fact }) => fact).filter((fact) => isBarrier(kind, fact, details));
  const deciding = kind.fields.filter(({ id }) => id === kind.decidingField);
  return [...new Set([...known, ...deciding])];
}

/** The same in words. */
export const decidingWords = (kind: Kind, details: Details, locale: Locale): string[] =>
  decidingFacts(kind, details).flatMap((field) => factWords(kind, field, details, locale) ?? []);

/** How a spoken language stands among the facts: "speaks-es". */
export const speaksFact = (code: string) => `speaks-${code}`;

/**
 * What is certain of a pin, in the words that filters ask for: "no-id", "wheelchair", "speaks-es".
 * What is not known, or known to be otherwise, is not among them.
 */
export function certainFacts(kind: Kind, details: Details): string[] {
  const { fields } = kind;
  const access = accessIds.filter((id) => {
    const { fact, value } = accessFacts[id];
    return fields.includes(fact) && factValue(kind, details, fact.id) === value;
  });
  const spoken = fields.includes(languages) ? details[languages.id] : undefined;
  const codes = typeof spoken === "string" ? languagesIn(spoken).codes : [];
  return [...access, ...codes.map(speaksFact)];
}
