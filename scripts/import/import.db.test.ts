import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { db } from "@/lib/db";
import { useDatabase } from "@/lib/testing/use-database";
import { gazetteerVersion } from "@/prisma/gazetteer";

useDatabase();

let folder: string;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "cup-of-sugar-test-"));
  const value = { version: gazetteerVersion, loaded: 0, first: 0, total: 0 };
  await db().setting.create({ data: { key: "gazetteer", value } });
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Starts the command as `npm run import` does, without looking for packages and databases. */
function start(...given: string[]): ChildProcess {
  const node = ["--conditions=react-server", "--import", "tsx", "scripts/import.ts"];
  return spawn(process.execPath, [...node, ...given], {
    env: { ...process.env, DATA_DIR: folder },
    stdio: ["ignore", "pipe", "pipe"],
  });
}

async function run(...given: string[]) {
  const child = start(...given);
  let out = "";
  let errors = "";
  child.stdout?.on("data", (text) => (out += text));
  child.stderr?.on("data", (text) => (errors += text));
  const [code] = await once(child, "close");
  return { code, out, errors };
}

function write(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

const manyPantries = (count: number) =>
  [
    "id,name,lat,lng",
    ...Array.from(
      { length: count },
      (_, index) => `${index},Pantry of ${index} Elm Street,${40 + index / 1e4},-75`,
    ),
    "",
  ].join("\n");

describe("npm run import", () => {
  it("tells what it did, keeps what it left out in a file, and ends well", async () => {
    const path = write(
      "pantries.csv",
      "name,lat,lng\nHope Pantry,40.1,-75.1\nNowhere Pantry,,\nSafe house,40,-75\n",
    );
    const { code, out } = await run(path, "--source", "A list");
    expect(code).toBe(0);
    expect(out).toContain("added 1, updated 0, unchanged 0, set aside 0, rejected 1, withheld 1");
    const [name = ""] = readdirSync(join(folder, "imports"));
    const kept = readFileSync(join(folder, "imports", name), "utf8");
    expect(kept).toContain("Nowhere Pantry");
    expect(kept).not.toContain("Safe house");
    expect(await db().pin.count()).toBe(1);
  });

  it("refuses what it cannot read in one line, with exit code 1, and imports the other files", async () => {
    const good = write("good.csv", "name,lat,lng\nHope Pantry,40.1,-75.1\n");
    const half = write("half.json", '[{"name":"A pantry","lat":40.1,"lng":-75.1},{"na');
    const { code, errors } = await run(half, good, join(folder, "none.csv"));
    expect(code).toBe(1);
    expect(errors).toContain("half.json was refused, and nothing of it was imported.");
    expect(errors).toContain("none.csv was refused");
    expect(await db().pin.count()).toBe(1);
  });

  it.each(["SIGKILL", "SIGINT"] as const)(
    "has no effect when it is stopped by %s while it writes, and can be run again",
    async (signal) => {
      const path = write("pantries.csv", manyPantries(2_000));
      const child = start(path);
      await new Promise<void>((resolve) => {
        child.stderr?.on("data", (text) => String(text).includes("Writing") && resolve());
      });
      child.kill(signal);
      await once(child, "close");
      expect(await db().pin.count()).toBe(0);
      expect(await db().source.count()).toBe(0);
      const { out } = await run(path);
      expect(out).toContain("added 2,000");
    },
    120_000,
  );
});

const extract = "../shared/data/osm/sf-downtown.osm.pbf";

describe.skipIf(!existsSync(extract))(
  `npm run import --streets (skipped without ${extract})`,
  () => {
    it("tells what it loaded, and has no effect when it is stopped while it writes", async () => {
      const child = start(extract, "--streets");
      await new Promise<void>((resolve) => {
        child.stderr?.on("data", (text) => String(text).includes("Writing") && resolve());
      });
      child.kill("SIGINT");
      await once(child, "close");
      expect(await db().street.count()).toBe(0);
      expect(await db().streetRegion.count()).toBe(0);

      const { code, out } = await run(extract, "--streets", "--source", "San Francisco");
      expect(code).toBe(0);
      expect(out).toContain("126,531 nodes and 20,938 ways");
      expect(out).toMatch(/San Francisco: \d+ streets with [\d,]+ house numbers/);
      expect(out).toContain("OpenStreetMap contributors");
      expect(await db().streetRegion.count()).toBe(1);
    }, 120_000);

    it("refuses what is no extract in one line", async () => {
      const path = write("streets.osm.pbf", "no extract at all");
      const { code, errors } = await run(path, "--streets");
      expect(code).toBe(1);
      expect(errors).toContain("It is not an extract of OpenStreetMap");
    });
  },
);
