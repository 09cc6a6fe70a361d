import type { NewPost } from "@/features/requests/schema";
import type { Finding } from "./schema";

const patterns: readonly { type: Finding["type"]; pattern: RegExp }[] = [
  { type: "email", pattern: /[^\s@<>()]+@[^\s@<>()]+\.\p{L}{2,}/giu },
  { type: "phone", pattern: /(?:\+?\d[\s().-]?){8,}/gu },
];

/** What of a text would tell where somebody lives or how to reach them. Pure: it runs in the browser and again on the server. */
export function findPersonal(text: string, _locale?: string): Finding[] {
  return patterns.flatMap(({ type, pattern }) =>
    [...text.matchAll(pattern)].map(([found]) => ({ type, text: found.trim() })),
  );
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
