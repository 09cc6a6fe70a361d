import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { kindColours } from "@/features/kinds/rules";
import { locales } from "@/features/kinds/schema";

const help = `Use: npx tsx scripts/new-kind.ts ID ICON COLOUR
  ID      for example bike-repair; it never changes again
  ICON    maki/NAME or temaki/NAME, copied from the package of that name
  COLOUR  ${Object.keys(kindColours).join(", ")}`;

const packages = { maki: "@mapbox/maki", temaki: "@rapideditor/temaki" } as const;

/** The path and the grid of an icon of maki or temaki (both CC0). */
function readIcon(icon: string) {
  const [source = "", name = ""] = icon.split("/");
  if (source !== "maki" && source !== "temaki") throw new Error(`${icon}: no such icon.\n${help}`);
  const folder = dirname(
    createRequire(import.meta.url).resolve(`${packages[source]}/package.json`),
  );
  const svg = readFileSync(join(folder, "icons", `${name}.svg`), "utf8");
  const paths = [...svg.matchAll(/<path[^>]*?\sd="([^"]+)"/g)].map(([, path = ""]) => path);
  const path = paths
    .join("")
    .replace(/&#x[9A];|\s+/g, " ")
    .trim();
  return { path, source, viewBox: Number(/viewBox="0 0 ([\d.]+)/.exec(svg)?.[1] ?? 15) };
}

const camelCase = (id: string) => id.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());

/** The new kind's file; the contract test names every word that is still missing. */
export function kindSource(id: string, icon: string, colour: string): string {
  const noWords = `{ one: "", many: "", about: "", alsoCalled: [] }`;
  const words = locales.map((locale) => `    ${locale}: ${noWords},`).join("\n");
  return `import { wheelchair } from "@/features/kinds/fields";
import type { Kind } from "@/features/kinds/schema";

export const ${camelCase(id)}: Kind = {
  id: "${id}",
  icon: ${JSON.stringify(readIcon(icon))},
  colour: "${colour}",
  words: {
${words}
  },
  fields: [wheelchair],
  freshness: { freshDays: 60 },
  osm: { read: [], write: {} },
  hsdsTerms: [],
};
`;
}

/** Puts a line before the line that ends a list. */
function addLine(file: string, end: string, line: string): void {
  const source = readFileSync(file, "utf8");
  if (!source.includes(end))
    throw new Error(`${file} has no "${end.trim()}" to put the kind before.`);
  writeFileSync(file, source.replace(end, `${line}\n${end}`));
}

function main([id = "", icon = "", colour = ""]: readonly string[]): void {
  const file = `features/kinds/catalog/${id}.ts`;
  if (!/^[a-z]+(?:-[a-z]+)*$/.test(id) || !Object.hasOwn(kindColours, colour))
    throw new Error(help);
  if (existsSync(file)) throw new Error(`${id} is a kind already.`);
  writeFileSync(file, kindSource(id, icon, colour));
  const path = `@/features/kinds/catalog/${id}`;
  addLine("features/kinds/schema.ts", "] as const;\n\nexport const kindIdSchema", `  "${id}",`);
  addLine(
    "features/kinds/index.ts",
    "import type { Kind",
    `import { ${camelCase(id)} } from "${path}";`,
  );
  addLine("features/kinds/index.ts", "];\n\nconst kindsById", `  ${camelCase(id)},`);
  console.log(`${file} is there. Fill in its words until this passes:
  npx biome check --config-path=.config --write features/kinds
  npx vitest run --config .config/vitest.config.ts features/kinds`);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  try {
    main(process.argv.slice(2));
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 2;
  }
}
