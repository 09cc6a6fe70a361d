import "server-only";
import { z } from "zod";
import { seal, unseal } from "@/lib/crypto";

const oneLine = z.string().regex(/^[^\p{Cc}\u2028\u2029]+$/u);

/** A message as it waits in the queue. */
export const mailSchema = z.object({
  /** One plain address, already normalised. */
  to: oneLine.regex(/^[^\s@<>",;:()[\]\\]+@[^\s@<>",;:()[\]\\]+$/),
  subject: oneLine.max(150),
  text: z.string(),
  html: z.string(),
  /** What the host needs of it in one line where no mail server is set, for example the link. */
  inShort: oneLine.optional(),
});
export type Mail = z.infer<typeof mailSchema>;

/** One part of a message; both its plain and its HTML form are made from it. */
export type MailPart =
  | { is: "words"; words: string }
  | { is: "link"; words: string; href: string }
  | { is: "code"; code: string };

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};
const escaped = (text: string) => text.replace(/[&<>"']/g, (mark) => entities[mark] ?? mark);

function plain(part: MailPart): string {
  switch (part.is) {
    case "words":
      return part.words;
    case "link":
      return `${part.words}:\n${part.href}`;
    case "code":
      return part.code;
  }
}

function markup(part: MailPart): string {
  switch (part.is) {
    case "words":
      return `<p>${escaped(part.words)}</p>`;
    case "link":
      return `<p><a href="${escaped(part.href)}">${escaped(part.words)}</a></p>`;
    case "code":
      return `<p style="font-size:1.5em;letter-spacing:.15em"><b>${escaped(part.code)}</b></p>`;
  }
}

/** The plain and the HTML form of a message in one language. */
export function writeMail(parts: readonly MailPart[], locale: string): Pick<Mail, "text" | "html"> {
  return {
    text: `${parts.map(plain).join("\n\n")}\n`,
    html: `<!doctype html><html lang="${escaped(locale)}"><body style="font:1rem/1.5 sans-serif">${parts.map(markup).join("")}</body></html>`,
  };
}

/** Closes a message for the queue: the database never holds an address or a link in the clear. */
export const sealMail = (mail: Mail): string =>
  seal("mail", JSON.stringify(mailSchema.parse(mail)));

/** The message that `sealMail` closed. */
export const unsealMail = (sealed: string): Mail =>
  mailSchema.parse(JSON.parse(unseal("mail", sealed)));
