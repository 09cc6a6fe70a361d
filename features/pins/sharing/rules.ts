import { encodeQR } from "qr";
import { cleanLine } from "@/lib/text";

/** The address of a pin that fits on a sticker; it says nothing about who shares it, or from where. */
export const shortLink = (code: string, origin: string): string =>
  new URL(`/p/${encodeURIComponent(code)}`, origin).href;

/** The short link without its https://, for paper. */
export const spokenLink = (link: string): string => link.replace(/^https?:\/\//, "");

/**
 * A text to send to somebody: each part on its own line, without what is not known and without
 * marks that turn or hide text; the link last, where every phone finds it.
 */
export const textMessage = (parts: readonly (string | null)[], link: string): string =>
  [...parts.map((part) => cleanLine(part ?? "")).filter(Boolean), link].join("\n");

/** Opens the person's own messages with the text in them, to nobody yet (RFC 5724). */
export const smsLink = (text: string): string => `sms:?body=${encodeURIComponent(text)}`;

/** The days of a week with the same hours together: "Mon, Tue 9:00 to 17:00; Sun closed". */
export function hoursByDay(days: readonly { day: string; hours: string }[]): string {
  const dayNames = new Map<string, string[]>();
  for (const { day, hours } of days) dayNames.set(hours, [...(dayNames.get(hours) ?? []), day]);
  return [...dayNames].map(([hours, names]) => `${names.join(", ")} ${hours}`).join("; ");
}

/** Light modules around the code, which readers need to find it (ISO/IEC 18004, 5.3.8). */
const quietZone = 4;

/** A QR code as one SVG path: its dark modules, in a square of `size` modules. */
export function qrPath(text: string): { path: string; size: number } {
  const rows = encodeQR(text, "raw", { ecc: "medium", border: quietZone });
  const runs = rows.flatMap((row, y) =>
    row.flatMap((isDark, x) => {
      if (!isDark || row[x - 1]) return [];
      const end = row.indexOf(false, x);
      const length = (end < 0 ? row.length : end) - x;
      return [`M${x} ${y}h${length}v1h-${length}z`];
    }),
  );
  return { path: runs.join(""), size: rows.length };
}
