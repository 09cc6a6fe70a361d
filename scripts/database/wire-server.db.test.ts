import pg from "pg";
import { afterAll, expect, it, vi } from "vitest";

/** Runs on every kind of database: the embedded one must answer many clients as a real one does. */
const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 8 });
afterAll(() => pool.end());

const times = <Value>(count: number, make: (turn: number) => Value) =>
  Array.from({ length: count }, (_, turn) => make(turn));

it("clients that ask at once each get their own answer, errors included", async () => {
  const answers = await Promise.all(
    times(200, async (turn) => {
      if (turn % 3 === 0) return (await pool.query("SELECT $1::int AS n", [turn])).rows[0].n;
      if (turn % 3 === 1) return (await pool.query(`SELECT ${turn} AS n`)).rows[0].n;
      const failure = pool.query("SELECT 1 / $1::int, pg_sleep(0)", [0]);
      return failure.catch((error) => (error.code === "22012" ? turn : error));
    }),
  );
  expect(answers).toEqual(times(200, (turn) => turn));
});

it("a transaction is alone with its rows until it ends", async () => {
  await pool.query("CREATE TABLE IF NOT EXISTS sugar (cups int)");
  await pool.query("INSERT INTO sugar VALUES (0)");
  await Promise.all(
    times(24, async () => {
      const client = await pool.connect();
      await client.query("BEGIN");
      const { rows } = await client.query("SELECT cups FROM sugar FOR UPDATE");
      await client.query("UPDATE sugar SET cups = $1", [rows[0].cups + 1]);
      await client.query("COMMIT");
      client.release();
    }),
  );
  const { rows } = await pool.query("SELECT cups FROM sugar");
  await pool.query("DROP TABLE sugar");
  expect(rows).toEqual([{ cups: 24 }]);
});

it("what a client that vanished had not committed is undone, and the others go on", async () => {
  await pool.query("CREATE TABLE IF NOT EXISTS sugar (cups int)");
  const client = await pool.connect();
  await client.query("BEGIN");
  await client.query("INSERT INTO sugar VALUES (1)");
  client.release(true);
  const { rows } = await pool.query("SELECT count(*)::int AS rows FROM sugar");
  await pool.query("DROP TABLE sugar");
  expect(rows).toEqual([{ rows: 0 }]);
});

it("a message larger than one packet arrives whole", async () => {
  const sugar = "sugar ".repeat(100_000);
  const { rows } = await pool.query("SELECT $1::text AS sugar", [sugar]);
  expect(rows[0].sugar).toBe(sugar);
});

it("who listens is told when another one's transaction has ended, and nobody else is", async () => {
  const listener = new pg.Client({ connectionString: process.env.DATABASE_URL });
  const writer = await pool.connect();
  const heard: (string | undefined)[] = [];
  const overheard: unknown[] = [];
  await listener.connect();
  await listener.query("LISTEN sugar");
  listener.on("notification", ({ channel, payload }) => heard.push(`${channel}: ${payload}`));
  writer.on("notification", (message) => overheard.push(message));
  await writer.query("BEGIN");
  await writer.query("NOTIFY sugar, 'taken back'");
  await writer.query("ROLLBACK");
  await writer.query("BEGIN");
  await writer.query("SELECT pg_notify($1, 'one'), pg_notify('salt', 'none')", ["sugar"]);
  expect(heard).toEqual([]);
  await writer.query("COMMIT");
  await writer.query("NOTIFY sugar, 'two'");
  await vi.waitFor(() => expect(heard).toEqual(["sugar: one", "sugar: two"]), 20_000);
  expect(overheard).toEqual([]);
  writer.release(true);
  await listener.end();
});

it("a wrong password opens nothing", async () => {
  const url = new URL(process.env.DATABASE_URL ?? "");
  if (!url.password) return;
  url.password = "guess";
  const client = new pg.Client({ connectionString: url.href });
  await expect(client.connect()).rejects.toThrow("wrong password");
});
