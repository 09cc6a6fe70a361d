import { mkdirSync, writeFileSync } from "node:fs";
import { buildChicago } from "./chicago";
import { buildWorld } from "./world";

const folder = new URL("../../../public/basemap/", import.meta.url);
mkdirSync(folder, { recursive: true });

for (const [name, build] of [
  ["world", buildWorld],
  ["chicago", buildChicago],
] as const) {
  const archive = build();
  writeFileSync(new URL(`${name}.pmtiles`, folder), archive);
  console.log(`public/basemap/${name}.pmtiles: ${(archive.length / 1e6).toFixed(2)} MB`);
}
