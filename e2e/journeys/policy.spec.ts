import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { readLock, urlOf } from "../../scripts/database/lock.mjs";
import { type Actor, type Answer, actors, canaries, readers, routes } from "../fixtures/policy";
import { expect, test } from "../fixtures/test";

type World = { things: Record<string, string>; tokens: Record<Actor, string | null> };

/** The people and things of the policy, made in the database of the house that runs. */
function makeWorld(): World {
  const dataDir = process.env.E2E_DATA_DIR ?? ".cache/e2e";
  const address = readLock(dataDir);
  if (!address) throw new Error("The database of the journeys is not running");
  const script = fileURLToPath(new URL("../fixtures/policy-world.ts", import.meta.url));
  const printed = execFileSync(
    process.execPath,
    ["--conditions=react-server", "--import", "tsx", script],
    {
      encoding: "utf8",
      env: {
        ...process.env,
        DATABASE_URL: urlOf(address),
        AUTH_SECRET: readFileSync(join(dataDir, "auth-secret"), "utf8").trim(),
        APP_URL: "http://localhost:3170",
      },
    },
  );
  return JSON.parse(printed.trim().split("\n").at(-1) ?? "");
}

const filled = (path: string, things: World["things"]) =>
  path.replaceAll(/\{(\w+)\}/g, (_, name: string) => things[name] ?? name);

function answerOf(response: Response): Answer | number {
  const to = response.headers.get("location");
  if (response.status < 300 || response.status >= 400 || to === null) return response.status;
  return new URL(to, response.url).pathname === "/sign-in" ? "sign-in" : "elsewhere";
}

/** What may not be read by this person, but stands in the answer. */
const leaked = (actor: Actor, body: string) =>
  Object.entries(canaries)
    .filter(([name, words]) => {
      const who = Object.entries(readers).find(([known]) => known === name)?.[1] ?? [];
      return !who.includes(actor) && body.includes(words);
    })
    .map(([name]) => name);

test("everybody is answered on every route what the policy says, and reads nobody else's words", async ({
  baseURL,
}, { project }) => {
  test.skip(project.name === "phone", "It draws nothing.");
  test.setTimeout(300_000);
  const { things, tokens } = makeWorld();
  const wrong: string[] = [];
  const seen = new Set<string>();
  const inOrder = Object.values(routes).flat();
  const examples = inOrder.toSorted((a, b) => Number(!!a.endsSession) - Number(!!b.endsSession));
  for (const actor of actors) {
    const token = tokens[actor];
    for (const { path, method = "GET", expected, endsSession } of examples) {
      const url = `${baseURL}${filled(path, things)}`;
      const cookie: Record<string, string> = token ? { cookie: `session=${token}` } : {};
      const origin: Record<string, string> = method === "GET" ? {} : { origin: baseURL ?? "" };
      const headers = { ...cookie, ...origin };
      const response = await fetch(url, { method, headers, redirect: "manual" });
      const answer = answerOf(response);
      if (answer !== expected[actor])
        wrong.push(`${actor} ${method} ${path}: ${answer}, not ${expected[actor]}`);
      const body = await response.text();
      for (const name of leaked(actor, body)) wrong.push(`${actor} reads ${name} on ${path}`);
      for (const [name, words] of Object.entries(canaries))
        if (body.includes(words)) seen.add(name);
      if (endsSession || method !== "GET" || path.startsWith("/api") || path.startsWith("/tiles"))
        continue;
      // What the router of a page that is open already would be sent.
      const routed = await fetch(url, { headers: { ...headers, rsc: "1" }, redirect: "manual" });
      for (const name of leaked(actor, await routed.text()))
        wrong.push(`${actor} reads ${name} in the router's answer for ${path}`);
    }
  }
  expect(wrong).toEqual([]);
  // Those who may read them do, else nothing was proven.
  expect([...seen].toSorted()).toEqual(Object.keys(canaries).toSorted());
});
