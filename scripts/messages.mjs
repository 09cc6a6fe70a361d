// Edits the message files: `set LOCALE KEY TEXT`, `merge LOCALE KEY FILE.json`, `sort`.
import { readFileSync, renameSync, writeFileSync } from "node:fs";

const [command = "", locale = "", key = "", value] = process.argv.slice(2);

/** @param {string} name */
const pathOf = (name) => new URL(`../messages/${name}.json`, import.meta.url);

/**
 * @param {unknown} node
 * @returns {unknown}
 */
function sorted(node) {
  if (typeof node !== "object" || node === null) return node;
  return Object.fromEntries(
    Object.entries(node)
      .sort(([a], [b]) => a.localeCompare(b, "en"))
      .map(([name, child]) => [name, sorted(child)]),
  );
}

/**
 * @param {string} name
 * @param {(messages: any) => void} change
 */
function edit(name, change) {
  const messages = JSON.parse(readFileSync(pathOf(name), "utf8"));
  change(messages);
  const draft = new URL(`../messages/.${name}.${process.pid}.tmp`, import.meta.url);
  writeFileSync(draft, `${JSON.stringify(sorted(messages), null, 2)}\n`);
  renameSync(draft, pathOf(name));
}

/**
 * @param {any} messages
 * @param {string} path
 * @param {unknown} content
 */
function put(messages, path, content) {
  const names = path.split(".");
  const last = names.pop();
  if (!last) throw new Error("Name a key, for example members.signIn.title");
  let node = messages;
  for (const name of names) {
    node[name] ??= {};
    node = node[name];
  }
  node[last] = merged(node[last], content);
}

/**
 * Branches are merged, texts replaced: a file that names a few keys leaves the others alone.
 * @param {any} old
 * @param {any} content
 * @returns {any}
 */
function merged(old, content) {
  if (typeof content !== "object" || typeof old !== "object") return content;
  const names = Object.keys({ ...old, ...content });
  return Object.fromEntries(
    names.map((name) => [name, name in content ? merged(old[name], content[name]) : old[name]]),
  );
}

if (command === "set" && value !== undefined) edit(locale, (all) => put(all, key, value));
else if (command === "merge" && value)
  edit(locale, (all) => put(all, key, JSON.parse(readFileSync(value, "utf8"))));
else if (command === "sort") for (const name of ["en", "es"]) edit(name, () => undefined);
else {
  console.error("Use: messages.mjs set LOCALE KEY TEXT | merge LOCALE KEY FILE.json | sort");
  process.exit(2);
}
