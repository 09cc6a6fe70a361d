import { fold } from "@/lib/text";

/**
 * Words by which a place, or those who list it, say that it shelters people who flee violence, or
 * that where it is must not be known (English and Spanish, folded).
 */
const refuge =
  /\b(?:domestic|family|intimate[- ]partner|dating|gender[- ]based) (?:and sexual |or sexual |& sexual )?(?:violence|abuse)\b|\bdv (?:shelter|services|program|survivors?)\b|\b(?:battered|abused) (?:wom[ae]n|wives|spouses?|men|people|persons?|individuals)\b|\bsafe ?-?house\b|\bwom[ae]n ?s (?:refuge|shelter|safe)|\brefuge for\b|\bshelter for (?:abused|battered|survivors|victims)\b|\bsurvivors? of (?:abuse|violence|trafficking)\b|\bhuman trafficking\b|\bviolencia (?:domestica|familiar|intrafamiliar|machista|sexista|de genero|de pareja|contra (?:la|las) mujer(?:es)?)\b|\bmaltrat(?:o|ada|adas)\b|\bcasas? (?:de acogida|de emergencia|refugio|segura)\b|\brefugio (?:para|de) (?:mujeres|victimas)\b|\b(?:confidential|undisclosed|secret|unpublished) (?:location|address|shelter|site)\b|\b(?:location|address) (?:is )?(?:confidential|undisclosed|not disclosed|kept secret)\b|\b(?:ubicacion|direccion|domicilio) (?:es )?(?:confidencial|secreta|reservada)\b/;

/** OpenStreetMap's `social_facility:for` of such a place (wiki: Key:social_facility:for). */
const osmFor = /\b(?:abused|victim)\b/;

/**
 * True when any field of a row speaks of shelter from violence. Rather one pantry too many held
 * back than one refuge shown: whoever is sought by someone must not be found through us.
 */
export function speaksOfRefuge(values: Readonly<Record<string, string>>): boolean {
  return Object.entries(values).some(
    ([key, value]) =>
      refuge.test(fold(value).replace(/['’]/g, " ")) ||
      (key === "social_facility:for" && osmFor.test(value)),
  );
}

const isOver =
  /\*+ ?(?:retired|removed|closed|gone)\b|\bpermanently closed\b|\bclosed permanently\b|\bclosed for good\b|\bno longer (?:there|active|operating|in operation|exists|open)\b|\b(?:inactive|closed) (?:as of|since) \d{4}\b|^(?:retired|removed|inactive|defunct|closed)$|\bcerrad[oa] (?:permanentemente|definitivamente)\b/;

/** True when a row says of itself that the place is no more. */
export const saysItIsOver = (values: readonly string[]): boolean =>
  values.some((value) => isOver.test(fold(value)));
