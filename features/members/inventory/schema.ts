/**
 * Who may know a column: everybody, the people it is about, nobody without the key that is kept
 * outside the database, or nobody because it only makes the machine work.
 */
export const classes = ["public", "person", "secret", "technical"] as const;
export type Class = (typeof classes)[number];

/** Under which heading of the page it stands. */
export const topics = ["account", "asking", "threads", "safety", "map", "machine"] as const;
export type Topic = (typeof topics)[number];

/** What it is, in the words of messages under `members.inventory.what`. */
export const things = [
  ...["name", "address", "choices", "joined", "area", "inviter", "duties", "told", "credit"],
  ...["provider", "session", "link", "ability-words", "ability", "news"],
  ...["post-words", "post-area", "post", "line-words", "line", "answer-words", "answer", "taken"],
  ...["pair", "left", "message", "message-time", "place", "meeting", "meeting-time"],
  ...["block", "report-words", "report", "tally"],
  ...["pin", "pin-author", "history", "history-author", "check", "check-author"],
  ...["counts", "source", "gazetteer", "streets", "number"],
  ...["repeats", "limits", "settings", "jobs"],
] as const;
export type Thing = (typeof things)[number];

/** How long, in the words of messages under `members.inventory.kept`. */
export const terms = [
  ...["account", "area", "day", "session", "ten-minutes", "told", "removed"],
  ...["post", "thread", "place", "half-year", "check", "ever", "two-days", "with-row", "half-day"],
] as const;
export type Term = (typeof terms)[number];

export type Entry = { class: Class; what: Thing; kept: Term; columns: readonly string[] };

/** What a column points at: a member, or a row that belongs to members. */
export type Owner = "member" | "address" | "post" | "response" | "thread";

export type Tie = { column: string; to: Owner; isPart?: true };

export type Table = {
  topic: Topic;
  entries: readonly Entry[];
  /** The columns that tie a row to a member; `part` where it only stands somewhere in the text. */
  ties?: readonly Tie[];
  /** Which of `lib/crypto` opens a sealed column. */
  seals?: Readonly<Record<string, string>>;
};

const entry =
  (kind: Class) =>
  (what: Thing, kept: Term, ...columns: string[]): Entry => ({ class: kind, what, kept, columns });

export const open = entry("public");
export const person = entry("person");
export const secret = entry("secret");
export const technical = entry("technical");
