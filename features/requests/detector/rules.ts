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
