import type { NewPost } from "@/features/requests/schema";
import { findHouses } from "./houses/rules";
import { findPoints } from "./placing/rules";
import { findEmails, findPhones } from "./reaching/rules";
import type { Finding } from "./schema";

const isInside = (finding: Finding, other: Finding) =>
  other !== finding && other.text.length > finding.text.length && other.text.includes(finding.text);

/**
 * What of a text would tell where somebody lives or how to reach them, each piece once. The rules
 * of every language run over every text, since people mix them. Pure: it asks in the browser, and
 * the server asks again. It helps who writes by mistake; it cannot stop who means to.
 */
export function findPersonal(text: string): Finding[] {
  const found = [
    ...findPoints(text),
    ...findEmails(text),
    ...findHouses(text),
    ...findPhones(text),
  ];
  const unique = [...new Map(found.map((finding) => [finding.text, finding])).values()];
  return unique.filter((finding) => !unique.some((other) => isInside(finding, other)));
}

/** Every free text of a post, for the detector to read. */
export function textsOf({ words, lines }: Pick<NewPost, "words" | "lines">): string[] {
  const { summary, text, urgency, handoverNote, language, giveBack, alias, ride, offer } = words;
  const ofLines = lines.flatMap(({ what, size, brand, language: spoken, note }) => [
    what,
    size,
    brand,
    spoken,
    note,
  ]);
  return [
    ...[summary, text, urgency, handoverNote, language, giveBack, alias],
    ...[ride?.toWords, ride?.when, offer?.when],
    ...ofLines,
  ].filter((part) => part !== undefined);
}
