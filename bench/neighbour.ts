import { randomUUID } from "node:crypto";
import type pg from "pg";
import { dayMs } from "@/lib/clock";
import { hash, randomToken } from "@/lib/crypto";

/** A signed-in member with a browser that runs no scripts. */
export type Neighbour = { memberId: string; cookie: string };

/** Members of long standing, each with an open session. */
export async function inviteNeighbours(client: pg.Client, count: number): Promise<Neighbour[]> {
  const neighbours: Neighbour[] = [];
  for (let place = 0; place < count; place++) {
    const token = randomToken();
    const memberId = randomUUID();
    await client.query(
      "insert into member (id, handle, display_name, created_at) values ($1, $2, 'Neighbour', now() - interval '1 year')",
      [memberId, `neighbour-${memberId}`],
    );
    await client.query(
      "insert into session (token_hash, member_id, expires_at) values ($1, $2, $3)",
      [hash(token), memberId, new Date(Date.now() + dayMs)],
    );
    neighbours.push({ memberId, cookie: `session=${token}` });
  }
  return neighbours;
}

const unescaped = (text: string) =>
  text
    .replaceAll("&quot;", '"')
    .replaceAll("&#x27;", "'")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&");

/** The house answered, but not that it is done: a busy database, for example. */
class NotDone extends Error {}

/** What the page's form sends by itself: its hidden controls. */
async function hiddenControls(url: string, { cookie }: Neighbour): Promise<[string, string][]> {
  const response = await fetch(url, { headers: { cookie } });
  const page = await response.text();
  const forms = [...page.matchAll(/<form[^>]*>.*?<\/form>/gs)].map(([form]) => form);
  const form = forms.find((html) => html.includes('name="idempotencyKey"'));
  if (!form) throw new NotDone(`${url} has no form (${response.status})`);
  return [...form.matchAll(/<input[^>]*type="hidden"[^>]*>/g)].map(([input]) => [
    unescaped(/name="([^"]*)"/.exec(input)?.[1] ?? ""),
    unescaped(/value="([^"]*)"/.exec(input)?.[1] ?? ""),
  ]);
}

/** Does it again as long as the house answers that it is not done. */
export async function insist<Value>(work: () => Promise<Value>): Promise<Value> {
  for (;;) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof NotDone)) throw error;
      await new Promise((resume) => setTimeout(resume, 300));
    }
  }
}

/** Sends a page's form as a browser without scripts does; answers where it leads, once it is done. */
export async function sendForm(
  origin: string,
  path: string,
  neighbour: Neighbour,
  filled: Readonly<Record<string, string>>,
): Promise<string> {
  const form = new FormData();
  for (const [name, value] of await hiddenControls(`${origin}${path}`, neighbour)) {
    if (!(name in filled)) form.append(name, value);
  }
  for (const [name, value] of Object.entries(filled)) form.append(name, value);
  const response = await fetch(`${origin}${path}`, {
    method: "POST",
    body: form,
    redirect: "manual",
    headers: { cookie: neighbour.cookie, origin },
  });
  const leads = response.headers.get("location");
  if (response.status !== 303 || !leads) {
    throw new NotDone(`${path} was answered with ${response.status}`);
  }
  return leads;
}
