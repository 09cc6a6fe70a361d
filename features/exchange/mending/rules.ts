import { decodeHTML } from "entities";

/** What Windows-1252 has at 0x80 to 0x9F (WHATWG encoding standard). */
const windows1252 = Array.from("€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009Dž\u009FŸ");
const bytesOfLetters = new Map(windows1252.map((letter, index) => [letter, 0x80 + index]));

/** Latin-1 text as Windows-1252: Node 20 decodes the one when asked for the other. */
export const latin1AsWindows1252 = (text: string): string =>
  text.replace(/[\u0080-\u009F]/g, (letter) => windows1252[letter.charCodeAt(0) - 0x80] ?? letter);

const byteOf = (letter: string): number | undefined => {
  const code = letter.charCodeAt(0);
  return code <= 0xff ? code : bytesOfLetters.get(letter);
};

/** How many bytes follow the first byte of a UTF-8 sequence; 0 for a byte that starts none. */
const continuationCount = (byte: number) =>
  byte >= 0xc2 && byte <= 0xdf
    ? 1
    : byte >= 0xe0 && byte <= 0xef
      ? 2
      : byte >= 0xf0 && byte <= 0xf4
        ? 3
        : 0;

const utf8 = new TextDecoder("utf-8", { fatal: true });
/** A character that somebody may have written: not a control, not one that is not assigned. */
const written = /^(?:[\p{L}\p{M}\p{N}\p{P}\p{S}\p{Zs}]|\u200C|\u200D)$/u;

/** The character that `text` shows as several at `start`, having been read as Windows-1252. */
function misread(text: string, start: number): { letter: string; length: number } | null {
  const first = byteOf(text.charAt(start)) ?? 0;
  const count = continuationCount(first);
  if (count === 0) return null;
  const bytes = [first];
  for (const letter of text.slice(start + 1, start + 1 + count)) {
    const byte = byteOf(letter);
    if (byte === undefined || byte < 0x80 || byte > 0xbf) return null;
    bytes.push(byte);
  }
  if (bytes.length !== count + 1) return null;
  try {
    const letter = utf8.decode(Uint8Array.from(bytes));
    return written.test(letter) ? { letter, length: bytes.length } : null;
  } catch {
    return null;
  }
}

/** Mends UTF-8 that was read as Windows-1252 ("â€™" for "’"), twice over if need be. */
export function mendMojibake(text: string): string {
  if (!/[Â-ô][\u0080-\u00BF€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]/.test(text)) return text;
  let mended = "";
  for (let place = 0; place < text.length; ) {
    const found = misread(text, place);
    mended += found?.letter ?? text.charAt(place);
    place += found?.length ?? 1;
  }
  return mended === text ? text : mendMojibake(mended);
}

/** Tags that begin or end a line, and those of cells, whose texts never run into one another. */
const lineTags = /<\/?(?:br|p|div|li|ul|ol|tr|table|h[1-6]|section|blockquote)\b[^>]*>/gi;
const nextTime = /<\/time>\s*(?=<time\b)/gi;
const cellTags = /<\/?(?:td|th|time)\b[^>]*>/gi;
const unseenElements = /<(script|style|template|noscript|iframe|svg)\b[\s\S]*?(?:<\/\1\s*>|$)/gi;
const anyTag = /<!--[\s\S]*?(?:-->|$)|<[/!?a-z][^>]*(?:>|$)/gi;

/** HTML as plain text: entities decoded (twice where they were encoded twice), tags dropped. */
export function plainText(html: string): string {
  let text = html;
  for (let round = 0; round < 4; round++) {
    const next = decodeHTML(text)
      .replace(unseenElements, " ")
      .replace(nextTime, ", ")
      .replace(cellTags, " ")
      .replace(lineTags, "\n")
      .replace(anyTag, "");
    if (next === text) break;
    text = next;
  }
  return text;
}

/**
 * Control characters but the line break and the tab, and marks that turn the direction of writing
 * or are not seen at all. The joiners U+200C and U+200D stay: Persian and emoji need them.
 */
const unseen =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u00AD\u061C\u200B\u200E\u200F\u202A-\u202E\u2060-\u2069\uFEFF\uFFF9-\uFFFB]/g;

/** Nothing to mend: plain letters, single spaces, neither markup nor entities. */
const isPlain = /^(?:[!-%'-;=?-~]+(?: [!-%'-;=?-~]+)*)?$/;

/** A text as people would write it: no markup, no unseen characters, one space between words. */
export function mend(text: string): string {
  if (isPlain.test(text)) return text;
  return plainText(mendMojibake(text))
    .replace(/\r\n?|[\u2028\u2029]/g, "\n")
    .replace(unseen, "")
    .replace(/\p{Cs}/gu, "")
    .normalize("NFC")
    .replace(/[^\S\n]+/g, " ")
    .replace(/ ?\n[\s]*/g, "\n")
    .trim();
}

const emailAddress =
  /(?:mailto:)?(?<![\p{L}\p{N}._%+'-])[\p{L}\p{N}._%+'-]{1,64}(?:@|\s?[([]at[)\]]\s?)[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/giu;

/** The text without e-mail addresses, and how many there were. */
export function withoutEmails(text: string): { text: string; count: number } {
  if (!/@|[([]at[)\]]/i.test(text)) return { text, count: 0 };
  let count = 0;
  const rest = text.replace(emailAddress, () => {
    count++;
    return "";
  });
  return {
    text: rest
      .replace(/[^\S\n]+/g, " ")
      .replace(/ ([.,;)])/g, "$1")
      .trim(),
    count,
  };
}

/** The text cut at a word to at most `length` characters, the last of them "…". */
export function shorten(text: string, length: number): string {
  if (text.length <= length) return text;
  const cut = text.slice(0, length - 1).replace(/[\uD800-\uDBFF]$/, "");
  const atWord = cut.replace(/\s+\S*$/u, "");
  return `${(atWord.length > length / 2 ? atWord : cut).trimEnd()}…`;
}

const longestLink = 300;

/** An http or https address, or null. A bare domain ("example.org/food") is taken for https. */
export function webAddress(text: string): string | null {
  const given = /^[a-z][a-z\d+.-]*:/i.test(text)
    ? text
    : /^[\w-]+(\.[\w-]+)+(\/|$)/.test(text)
      ? `https://${text}`
      : "";
  if (given === "" || given.length > longestLink || /\s/.test(given)) return null;
  try {
    const url = new URL(given);
    const isWeb = url.protocol === "http:" || url.protocol === "https:";
    return isWeb && url.hostname.includes(".") && url.username === "" ? url.href : null;
  } catch {
    return null;
  }
}

/** A telephone number as it is written, without words around it; null for anything else. */
export function phoneNumber(text: string): string | null {
  const found = /\+?\(?\d[\d\s().-]{5,24}\d(?:\s?(?:x|ext\.?|#)\s?\d{1,6})?/i.exec(text)?.[0];
  const digits = found?.replace(/\D/g, "").length ?? 0;
  return found && digits >= 7 && digits <= 21 ? found.replace(/\s+/g, " ").trim() : null;
}
