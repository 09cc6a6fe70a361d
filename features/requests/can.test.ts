import { expect, it } from "vitest";
import { stranger } from "@/features/members/schema";
import { canPost, canThread, type GuardedPost, type GuardedThread, type Person } from "./can";

const member = (memberId: string) =>
  ({
    isMember: true,
    memberId,
    handle: memberId,
    displayName: memberId,
    joinedAt: new Date(0),
  }) as const;

const people: Record<string, Person> = {
  stranger: { viewer: stranger, level: null },
  poster: { viewer: member("poster"), level: "newcomer" },
  newcomer: { viewer: member("newcomer"), level: "newcomer" },
  neighbour: { viewer: member("neighbour"), level: "neighbour" },
};
const postActions = ["see", "answer", "answers", "choose", "end", "renew", "report"] as const;
const fresh: GuardedPost = {
  memberId: "poster",
  status: "open",
  isOut: true,
  isErased: false,
  mayAnswer: "neighbours",
  isBlocked: false,
  isSuggested: false,
  hasAnswered: false,
};
const posts: Record<string, Partial<GuardedPost>> = {
  open: {},
  "held back": { isOut: false },
  suggested: { isSuggested: true },
  "suggested, for anyone": { isSuggested: true, mayAnswer: "anyone" },
  "for anyone": { mayAnswer: "anyone" },
  answered: { hasAnswered: true },
  chosen: { status: "chosen" },
  "chosen, answered": { status: "chosen", hasAnswered: true },
  done: { status: "done" },
  withdrawn: { status: "withdrawn" },
  expired: { status: "expired" },
  "expired, answered": { status: "expired", hasAnswered: true },
  erased: { status: "expired", isErased: true, hasAnswered: true },
  blocked: { isBlocked: true, hasAnswered: true, isSuggested: true, mayAnswer: "anyone" },
};

it("who may do what with a request or an offer", () => {
  const rows = Object.entries(posts).flatMap(([name, more]) =>
    Object.entries(people).map(([who, person]) => {
      const may = postActions.filter((action) => canPost(person, action, { ...fresh, ...more }));
      return `${name}, ${who}: ${may.join(" ") || "nothing"}`;
    }),
  );
  expect(rows).toMatchSnapshot();
});

const threadActions = [
  "read",
  "write",
  "send-place",
  "see-place",
  "meet",
  "end",
  "report",
] as const;
const talk: GuardedThread = {
  posterId: "poster",
  helperId: "helper",
  status: "open",
  isBlocked: false,
  hasLeft: false,
};
const threads: Record<string, Partial<GuardedThread>> = {
  open: {},
  "handed over": { status: "handed-over" },
  "fell through": { status: "fell-through" },
  ended: { status: "ended" },
  blocked: { isBlocked: true },
  left: { hasLeft: true },
};

it("who may do what in a conversation", () => {
  const viewers = {
    stranger,
    poster: member("poster"),
    helper: member("helper"),
    other: member("x"),
  };
  const rows = Object.entries(threads).flatMap(([name, more]) =>
    Object.entries(viewers).map(([who, viewer]) => {
      const may = threadActions.filter((action) => canThread(viewer, action, { ...talk, ...more }));
      return `${name}, ${who}: ${may.join(" ") || "nothing"}`;
    }),
  );
  expect(rows).toMatchSnapshot();
});
