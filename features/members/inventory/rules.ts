import { gazetteerTables, machineTables, mapTables } from "./map/rules";
import { open, person, secret, type Table, type Term, type Thing, technical } from "./schema";

const number = (...columns: string[]) => technical("number", "with-row", ...columns);

const accountTables = {
  member: {
    topic: "account",
    ties: [{ column: "id", to: "member" }],
    seals: { email_sealed: "email" },
    entries: [
      number("id"),
      person("name", "account", "handle", "display_name"),
      secret("address", "account", "email_sealed", "email_index"),
      person("choices", "account", "locale", "notices"),
      person("joined", "account", "created_at", "deleted_at"),
      person("area", "area", "area_cell", "area_at"),
      person("inviter", "account", "invited_by_id"),
      person("duties", "account", "is_steward"),
      person("told", "day", "told_at"),
      person("credit", "account", "credit"),
    ],
  },
  account: {
    topic: "account",
    ties: [{ column: "member_id", to: "member" }],
    entries: [
      person("provider", "account", "provider", "provider_account_id", "member_id", "created_at"),
    ],
  },
  session: {
    topic: "account",
    ties: [{ column: "member_id", to: "member" }],
    entries: [
      secret("session", "session", "token_hash"),
      person("session", "session", "member_id", "created_at", "seen_at", "expires_at", "is_shared"),
    ],
  },
  sign_in_token: {
    topic: "account",
    ties: [{ column: "email_index", to: "address" }],
    seals: { email_sealed: "email" },
    entries: [
      secret("link", "ten-minutes", "token_hash", "code_hash", "browser_hash"),
      secret("link", "ten-minutes", "email_sealed", "email_index"),
      person("link", "ten-minutes", "attempts", "created_at", "expires_at", "used_at"),
    ],
  },
  ability: {
    topic: "account",
    ties: [{ column: "member_id", to: "member" }],
    seals: { sealed: "ability" },
    entries: [
      number("id"),
      secret("ability-words", "removed", "sealed"),
      person("ability", "removed", "member_id", "side", "category", "created_at"),
    ],
  },
  notice: {
    topic: "account",
    ties: [{ column: "member_id", to: "member" }],
    entries: [number("id"), person("news", "told", "member_id", "event", "created_at")],
  },
} as const satisfies Record<string, Table>;

const askingTables = {
  post: {
    topic: "asking",
    ties: [{ column: "member_id", to: "member" }],
    seals: { sealed: "post" },
    entries: [
      number("id", "version"),
      secret("post-words", "post", "sealed"),
      person("post-area", "post", "cell", "center_lng", "center_lat", "center"),
      person("post", "post", "member_id", "side", "category", "is_for_someone", "may_answer"),
      person("post", "post", "status", "visible_from", "counted_until", "answers_until"),
      person("post", "post", "needed_by", "expires_at", "reminded_at", "closed_at", "created_at"),
    ],
  },
  post_line: {
    topic: "asking",
    ties: [{ column: "post_id", to: "post" }],
    seals: { sealed: "post-line" },
    entries: [
      number("id", "post_id", "position"),
      secret("line-words", "post", "sealed"),
      person("line", "post", "strength", "quantity"),
    ],
  },
  response: {
    topic: "asking",
    ties: [
      { column: "member_id", to: "member" },
      { column: "post_id", to: "post" },
    ],
    seals: { sealed: "response" },
    entries: [
      number("id", "version"),
      secret("answer-words", "post", "sealed"),
      person("answer", "thread", "post_id", "member_id", "status", "decided_at", "created_at"),
    ],
  },
  response_line: {
    topic: "asking",
    ties: [{ column: "response_id", to: "response" }],
    seals: { sealed: "response" },
    entries: [
      number("response_id", "line_id"),
      secret("answer-words", "post", "sealed"),
      person("taken", "post", "quantity", "taken"),
    ],
  },
  post_tally: {
    topic: "asking",
    entries: [open("tally", "ever", "week", "cell", "side", "category", "outcome", "count")],
  },
} as const satisfies Record<string, Table>;

const threadTables = {
  thread: {
    topic: "threads",
    ties: [
      { column: "poster_id", to: "member" },
      { column: "helper_id", to: "member" },
    ],
    entries: [
      number("id", "post_id", "response_id"),
      person("pair", "thread", "poster_id", "helper_id"),
      person("left", "thread", "status", "handed_over_at", "ended_at", "created_at"),
      person("left", "thread", "poster_left_at", "helper_left_at"),
      person("left", "thread", "poster_read_at", "helper_read_at"),
    ],
  },
  message: {
    topic: "threads",
    ties: [{ column: "thread_id", to: "thread" }],
    seals: { sealed: "message" },
    entries: [
      number("id", "thread_id"),
      secret("message", "thread", "sealed"),
      person("message-time", "thread", "sender_id", "created_at"),
    ],
  },
  place_card: {
    topic: "threads",
    ties: [{ column: "thread_id", to: "thread" }],
    seals: { sealed: "place-card" },
    entries: [
      number("thread_id"),
      secret("place", "place", "sealed"),
      person("place", "place", "sent_at"),
    ],
  },
  meeting: {
    topic: "threads",
    ties: [{ column: "thread_id", to: "thread" }],
    seals: { sealed: "meeting" },
    entries: [
      number("thread_id"),
      secret("meeting", "place", "sealed"),
      person("meeting-time", "place", "proposed_by_id", "agreed_at", "created_at"),
    ],
  },
} as const satisfies Record<string, Table>;

const safetyTables = {
  block: {
    topic: "safety",
    ties: [
      { column: "blocker_id", to: "member" },
      { column: "blocked_id", to: "member" },
    ],
    entries: [person("block", "account", "blocker_id", "blocked_id", "created_at")],
  },
  report: {
    topic: "safety",
    ties: [
      { column: "reporter_id", to: "member" },
      { column: "about_id", to: "member" },
    ],
    seals: { sealed: "report" },
    entries: [
      number("id"),
      secret("report-words", "half-year", "sealed"),
      person("report", "half-year", "reporter_id", "about_id", "post_id", "thread_id"),
      person("report", "half-year", "category", "created_at", "closed_at"),
    ],
  },
} as const satisfies Record<string, Table>;

/**
 * Every table with every column: who may know it, what it is, how long it is kept. A test compares
 * it with the database, so that a new column without an entry fails.
 */
export const inventory: Readonly<Record<string, Table>> = {
  ...accountTables,
  ...askingTables,
  ...threadTables,
  ...safetyTables,
  ...mapTables,
  ...gazetteerTables,
  ...machineTables,
};

/** The columns of a table with their entries, by name. */
export function columnsOf(table: string): Map<string, Table["entries"][number]> {
  const entries = inventory[table]?.entries ?? [];
  return new Map(entries.flatMap((each) => each.columns.map((column) => [column, each] as const)));
}

/** True for tables that say something about somebody: nothing finer than an area may be in them. */
export const isAboutPeople = (table: string): boolean =>
  inventory[table]?.topic !== "map" &&
  (inventory[table]?.entries ?? []).some(
    ({ class: kind }) => kind === "person" || kind === "secret",
  );

export type Line = { what: Thing; kept: Term; isSealed: boolean };

/** The queue's tables are the job library's own: mail in them is sealed. */
const queue: Line = { what: "jobs", kept: "half-day", isSealed: true };

/** What the page says under each heading: each thing once, in the order of the tables. */
export function linesOf(topic: Table["topic"]): Line[] {
  const lines = new Map<string, Line>();
  for (const table of Object.values(inventory)) {
    if (table.topic !== topic) continue;
    for (const { class: kind, what, kept } of table.entries) {
      if (what === "number") continue;
      const key = `${what} ${kept}`;
      const isSealed = kind === "secret" || Boolean(lines.get(key)?.isSealed);
      lines.set(key, { what, kept, isSealed });
    }
  }
  return topic === "machine" ? [...lines.values(), queue] : [...lines.values()];
}
