import { parseArgs } from "node:util";
import { disconnect } from "@/lib/db";
import { acceptRounds } from "@/lib/testing/accepting";
import { prepareDatabase } from "@/scripts/database/prepare.mjs";
import { ensurePostgres, startLocalPostgres } from "@/scripts/database/real.mjs";
import { brokenBars, type Figure, printFigures, spreadOf } from "./figures";
import { addressOf, query } from "./servers";

/**
 * Thirty-two accepts of one answer at once, from two processes with pools of their own on one
 * PostgreSQL, a hundred times: each time one must succeed and the others hear that the page has
 * changed. `node scripts/run.mjs --without-database bench/accepts.ts [--rounds 100]`
 */
const { values: options } = parseArgs({
  options: { rounds: { type: "string", default: "100" } },
});

const binaries = ensurePostgres();
if (!binaries)
  throw new Error("This needs PostgreSQL with PostGIS on this machine: see docs/running.md");
const server = await startLocalPostgres(binaries);
try {
  await query(server.url, "create database accepts");
  process.env.DATABASE_URL = addressOf(server.url, "accepts");
  await prepareDatabase(process.env.DATABASE_URL);
  const rounds = await acceptRounds(Number(options.rounds));
  const chosen = rounds.map(({ said }) => said.filter((each) => each === "chosen").length);
  const others = rounds.flatMap(({ said }) => said.filter((each) => each !== "chosen"));
  const failed = others.filter((each) => each !== "changed" && each !== "busy").length;
  const wrong = rounds.filter(({ threads, takenInAll }) => threads !== 1 || takenInAll !== 1);
  const { median, p95, most } = spreadOf(rounds.map(({ milliseconds }) => milliseconds));
  const figures: Figure[] = [
    { what: "rounds of 32 accepts at once", value: rounds.length, unit: "" },
    {
      what: "rounds with one success",
      value: chosen.filter((count) => count === 1).length,
      unit: "",
      atLeast: rounds.length,
    },
    {
      what: "accepts told to try again: no connection in two seconds",
      value: others.filter((each) => each === "busy").length,
      unit: "",
    },
    { what: "accepts that failed otherwise", value: failed, unit: "", atMost: 0 },
    {
      what: "rounds with more or less than one thread and one piece taken",
      value: wrong.length,
      unit: "",
      atMost: 0,
    },
    { what: "all 32 answered, median", value: median, unit: "ms" },
    { what: "all 32 answered, 95 %", value: p95, unit: "ms" },
    { what: "all 32 answered, slowest", value: most, unit: "ms" },
  ];
  printFigures("Accepts across two instances", figures);
  process.exitCode = brokenBars(figures).length > 0 ? 1 : 0;
} finally {
  await disconnect();
  await server.stop();
}
process.exit();
