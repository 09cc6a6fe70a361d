import type { Finding } from "@/features/requests/detector/schema";

const emailPattern = /[^\s@<>(),;:]+@[^\s@<>(),;:]+\.\p{L}{2,}/giu;
const spelledEmailPattern =
  /[\p{L}\d._+-]+\s*(?:[([]\s*(?:at|arroba)\s*[)\]]|\s(?:at|arroba)\s|\s@\s)\s*[\p{L}\d-]+\s*(?:[([]\s*(?:dot|punto)\s*[)\]]|\s(?:dot|punto)\s|\.)\s*(?:com|org|net|edu|info|es|mx|co|uk|us|ar|cl|pe|me|io|de|fr)\b/giu;

/** Addresses for mail, also those written out ("rosa at mail dot com", "rosa arroba correo punto es"). */
export const findEmails = (text: string): Finding[] =>
  [emailPattern, spelledEmailPattern].flatMap((pattern) =>
    [...text.matchAll(pattern)].map(([found]) => ({ type: "email", text: found.trim() })),
  );

/** What looks like digits of a telephone but is a day, a time or a span of years. */
const dayPattern =
  /\b\d{4}[-/.]\d{1,2}[-/.]\d{1,2}\b|\b\d{1,2}([-/.])\d{1,2}\1(?:\d{4}|\d{2})\b|\b\d{1,2}[.:h]\d{2}\b(?!\d|[-. ]\d{3})|\b(?:19|20)\d{2}\s?[-–/]\s?(?:19|20)?\d{2}\b(?![-. ]?\d)|\bISBN[\s:-]*[\d -]{10,17}/giu;

const withoutDays = (text: string) => text.replace(dayPattern, (found) => "x".repeat(found.length));

const runPattern =
  /(?<![\p{L}\d.,/#€$£])(?:\+|00)?\(?\d(?:[\s().\-/\u2013\u00b7]{0,3}\d){6,14}(?![\p{L}\d%€]|[.,]\d)/gu;
const announcedPattern =
  /(?:\b(?:call|text|ring|phone|tel|cell|mobile|whats ?app|signal|sms|number is|reach me|ll[aá]ma\w*|tel[eé]fono|m[oó]vil|celular|cel|n[uú]mero es|mensaje al?|escr[ií]beme al?|marca(?:r|me)? al?)\b)[^\d\n]{0,20}$/iu;
const shortPattern =
  /^(?:\d{3}[-. ]\d{4}|\d{4}[- ]\d{4}|\d{3}[-. ]\d{2}[-. ]\d{2}|\d{2}[-. ]\d{2}[-. ]\d{2}[-. ]\d{2})$/u;

/** "36 38 40 42 44" or "1 2 3 4 5 6 7": sizes and ages in order, or the same length of thousands. */
function isList(run: string): boolean {
  const groups = run.split(/\D+/u).filter((group) => group !== "");
  const isOrdered = groups.every((group, at) => at === 0 || Number(group) > Number(groups[at - 1]));
  const isShort = groups.every((group) => group.length <= 3);
  const isThousands = /^\d{1,3}(?:([. ])\d{3}){2,}$/u.test(run) && /(?:[. ]000)+$/u.test(run);
  return (groups.length > 3 && isOrdered && isShort) || isThousands;
}

function isPhone(run: string, before: string): boolean {
  const digits = run.replace(/\D/gu, "").length;
  if (run.startsWith("+")) return digits >= 8;
  if (isList(run)) return false;
  if (digits >= 9) return true;
  return digits >= 7 && (shortPattern.test(run) || announcedPattern.test(before));
}

const digitWord =
  "(?:zero|oh|one|two|three|four|five|six|seven|eight|nine|double|cero|uno|dos|tres|cuatro|cinco|seis|siete|ocho|nueve)";
const spelledPhonePattern = new RegExp(`\\b${digitWord}(?:[\\s,.-]+${digitWord}){6,}\\b`, "giu");
const countingPattern =
  /^(?:one|uno)[\s,.-]+(?:two|dos)[\s,.-]+(?:three|tres)[\s,.-]+(?:four|cuatro)/iu;

/** Numbers to call, of seven digits or more, in the usual groups of many countries or in words. */
export function findPhones(text: string): Finding[] {
  const bare = withoutDays(text);
  const written = [...bare.matchAll(runPattern)].filter(({ 0: run, index }) =>
    isPhone(run.trim(), bare.slice(0, index)),
  );
  const spelled = [...text.matchAll(spelledPhonePattern)].filter(
    ([run]) => !countingPattern.test(run),
  );
  return [...written, ...spelled].map(([run]) => ({ type: "phone", text: run.trim() }));
}
