import { parseArgs } from "node:util";
import { disconnect } from "@/lib/db";
import { surviveKills, surviveMailFaults } from "@/lib/testing/faults";
import { prepareDatabase } from "@/scripts/database/prepare.mjs";
import { ensurePostgres, startLocalPostgres } from "@/scripts/database/real.mjs";
import { brokenBars, type Figure, printFigures } from "./figures";
import { addressOf, query } from "./servers";

/**
 * Kills the worker a hundred times in the middle of its work, then sends mail by a server with four
 * faults (R18 and R19 of safety.md).
 * `node scripts/run.mjs --without-database bench/faults.ts [--kills 100] [--mails 100]`
 */
const { values: options } = parseArgs({
  options: {
    kills: { type: "string", default: "100" },
    mails: { type: "string", default: "100" },
  },
});

const binaries = ensurePostgres();
if (!binaries)
  throw new Error("This needs PostgreSQL with PostGIS on this machine: see docs/running.md");
const server = await startLocalPostgres(binaries);

try {
  await query(server.url, "create database faults");
  process.env.DATABASE_URL = addressOf(server.url, "faults");
  process.env.AUTH_SECRET ??= "a secret of the bench, long enough for it";
  await prepareDatabase(process.env.DATABASE_URL);
  const survived = await surviveKills(Number(options.kills));
  const figures: Figure[] = [
    { what: "kills", value: survived.kills, unit: "" },
    { what: "of these with a job under way", value: survived.killedAtWork, unit: "" },
    { what: "jobs", value: survived.jobs, unit: "" },
    { what: "jobs not done in the end", value: survived.undone, unit: "", atMost: 0 },
    { what: "mails", value: survived.mails, unit: "" },
    { what: "mails that never came", value: survived.missing, unit: "", atMost: 0 },
    {
      what: "mails sent once more, with the same message id: killed before the server's word was noted",
      value: survived.duplicates,
      unit: "",
      atMost: survived.kills,
    },
    {
      what: "posts erased and counted more or less than once",
      value: Math.abs(survived.counted - survived.posts),
      unit: "",
      atMost: 0,
    },
    {
      what: "members told more or less than once",
      value: Math.abs(survived.mailsToReaders - survived.readers),
      unit: "",
      atMost: 0,
    },
  ];
  printFigures("A worker killed again and again", figures);
  const mail = await surviveMailFaults(Math.ceil(Number(options.mails) / 4));
  const mailFigures: Figure[] = [
    {
      what: "mails while the server is away, hangs, refuses, hangs up",
      value: mail.mails,
      unit: "",
    },
    { what: "of these put off at one time", value: mail.putOff, unit: "" },
    { what: "mails that never came", value: mail.missing, unit: "", atMost: 0 },
    {
      what: "mails that came twice",
      value: mail.duplicates,
      unit: "",
      atMost: Math.floor(mail.mails / 100),
    },
    {
      what: "longest wait of whoever caused them, for all of one fault",
      value: mail.slowestMs,
      unit: "ms",
      atMost: 3_000,
    },
  ];
  printFigures("A mail server out of order", mailFigures);
  process.exitCode = brokenBars([...figures, ...mailFigures]).length > 0 ? 1 : 0;
} finally {
  await disconnect();
  await server.stop();
}
process.exit();
