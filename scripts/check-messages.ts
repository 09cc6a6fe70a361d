import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { type MessageFormatElement, parse, TYPE } from "@formatjs/icu-messageformat-parser";

type Messages = { readonly [name: string]: string | Messages };

const source = "en";
const locales = ["en", "es"];

/** Every text with its whole key, for example "members.signIn.title". */
function flatten(messages: Messages, prefix = ""): Map<string, string> {
  return new Map(
    Object.entries(messages).flatMap(([name, value]) =>
      typeof value === "string"
        ? [[prefix + name, value] as const]
        : [...flatten(value, `${prefix}${name}.`)],
    ),
  );
}

/** What a text wants to be given: "name", "count (plural)", "who (select: she, he, other)", "<link>". */
function wantsOf(elements: readonly MessageFormatElement[]): string[] {
  return elements.flatMap((element) => {
    switch (element.type) {
      case TYPE.literal:
      case TYPE.pound:
        return [];
      case TYPE.argument:
        return [element.value];
      case TYPE.number:
      case TYPE.date:
      case TYPE.time:
        return [`${element.value} (${TYPE[element.type]})`];
      case TYPE.plural:
        return [`${element.value} (plural)`, ...branches(element.options)];
      case TYPE.select: {
        const choices = Object.keys(element.options).sort().join(", ");
        return [`${element.value} (select: ${choices})`, ...branches(element.options)];
      }
      case TYPE.tag:
        return [`<${element.value}>`, ...wantsOf(element.children)];
      default:
        return element satisfies never;
    }
  });
}

const branches = (options: Record<string, { value: MessageFormatElement[] }>) =>
  Object.values(options).flatMap(({ value }) => wantsOf(value));

function read(text: string): { ok: true; wants: string } | { ok: false; reason: string } {
  try {
    return { ok: true, wants: [...new Set(wantsOf(parse(text)))].sort().join(", ") };
  } catch (error) {
    return { ok: false, reason: error instanceof Error ? error.message : String(error) };
  }
}

function compare(locale: string, key: string, text: string, original: string): string[] {
  const [given, wanted] = [read(text), read(original)];
  if (text.trim() === "") return [`${locale} ${key}: is empty; write it`];
  if (!given.ok) return [`${locale} ${key}: is no ICU message (${given.reason}); mend its braces`];
  if (!wanted.ok || given.wants === wanted.wants) return [];
  return [
    `${locale} ${key}: takes [${given.wants}] where ${source} takes [${wanted.wants}]; use the same`,
  ];
}

/** What differs between the languages, each in one line that ends with what to do. */
export function findFaults(languages: Readonly<Record<string, Messages>>): string[] {
  const originals = flatten(languages[source] ?? {});
  return Object.entries(languages).flatMap(([locale, messages]) => {
    const texts = flatten(messages);
    const missing = [...originals.keys()].filter((key) => !texts.has(key));
    return [
      ...missing.map((key) => `${locale} ${key}: is missing; write it`),
      ...[...texts].flatMap(([key, text]) => {
        const original = originals.get(key);
        if (original === undefined) return [`${locale} ${key}: is not in ${source}; remove it`];
        return compare(locale, key, text, original);
      }),
    ];
  });
}

if (import.meta.filename === resolve(process.argv[1] ?? "")) {
  const read = (locale: string) =>
    JSON.parse(readFileSync(resolve(import.meta.dirname, `../messages/${locale}.json`), "utf8"));
  const faults = findFaults(Object.fromEntries(locales.map((locale) => [locale, read(locale)])));
  for (const fault of faults) console.error(fault);
  process.exit(faults.length > 0 ? 1 : 0);
}
