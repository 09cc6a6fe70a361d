import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import { addPin } from "@/features/pins/mutations";
import { pinContentSchema } from "@/features/pins/schema";
import { dayMs, now } from "@/lib/clock";
import { db } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { newMember, pinContent } from "@/lib/testing/builders";
import { newThread } from "@/lib/testing/chosen-thread";
import { useDatabase } from "@/lib/testing/use-database";
import { fellThrough } from "../choosing/mutations";
import * as blocking from "../safety/mutations";
import * as others from "../safety/others/queries";
import * as safety from "../safety/queries";
import * as reporting from "../safety/reports/mutations";
import * as reports from "../safety/reports/queries";
import * as meeting from "./meeting/mutations";
import * as meetings from "./meeting/queries";
import * as writing from "./mutations";
import * as reading from "./queries";

type Member = Awaited<ReturnType<typeof newMember>>;

/** Everything that the attempts are about; `other` is the same in a thread of two other people. */
type Things = { threadId: string; responseId: string; reportId: string; pinId: string };
type Attempt = (member: Member, things: Things) => Promise<unknown>;

const at = `${new Date(now().getTime() + 3 * dayMs).toISOString().slice(0, 10)}T10:00`;
const wrong = { category: "danger", excerpt: "Secret excerpt", isBlocking: false } as const;

/** Each export that takes a thing by its id, with an attempt on it. */
const attempts: Record<string, Attempt> = {
  guardedThread: (member, { threadId }) => reading.guardedThread(db(), member, threadId, "read"),
  threadById: (member, { threadId }) => reading.threadById(member, threadId),
  meetingOf: (member, { threadId }) => meetings.meetingOf(member, threadId),
  meetingPlaces: (member, { threadId }) => meetings.meetingPlaces(member, threadId),
  threadToReport: (member, { threadId }) => reading.threadToReport(member, threadId),
  metThrough: (member, { threadId }) => others.metThrough(db(), member, { threadId }),
  markRead: (member, { threadId }) => writing.markRead(member, threadId, now()),
  sendMessage: (member, { threadId }) =>
    writing.sendMessage(member, randomUUID(), { threadId, text: "Secret message" }),
  sendPlace: (member, { threadId }) =>
    writing.sendPlace(member, randomUUID(), { threadId, where: "Secret place" }),
  recallPlace: (member, { threadId }) => writing.recallPlace(member, threadId),
  proposeMeeting: (member, { threadId, pinId }) =>
    meeting.proposeMeeting(member, randomUUID(), { threadId, pinId, at }),
  agreeMeeting: (member, { threadId }) =>
    meeting.agreeMeeting(member, { threadId, proposedAt: now() }),
  cancelMeeting: (member, { threadId }) => meeting.cancelMeeting(member, threadId),
  handOver: (member, { threadId }) => writing.handOver(member, threadId),
  leaveThread: (member, { threadId }) => writing.leaveThread(member, threadId),
  report: (member, { threadId }) => reporting.report(member, randomUUID(), { threadId }, wrong),
  "report of an answer": (member, { responseId }) =>
    reporting.report(member, randomUUID(), { responseId }, wrong),
  block: (member, { threadId }) => blocking.block(member, { threadId }),
  "block of an answer": (member, { responseId }) => blocking.block(member, { responseId }),
  blockIn: (member, { threadId }) => blocking.blockIn(db(), member, { threadId }),
  openReports: (member) => reports.openReports(member),
  closeReport: (member, { reportId }) => reporting.closeReport(member, reportId),
};

/** They take no thing, or answer about the viewer alone; their own tests look at them. */
const withoutThing = [
  ...[
    "threadsOf",
    "threadsToReport",
    "unreadThreads",
    "isBlocked",
    "isBlockedSql",
    "blockName",
    "blockedOnes",
  ],
  ...["unblock", "isSteward"],
];

const forStewards = ["openReports", "closeReport"];
const forPoster = ["sendPlace", "recallPlace", "report of an answer", "block of an answer"];
/** What is still possible once it has fallen through. */
const afterwards = [
  ...["guardedThread", "threadById", "metThrough", "markRead", "leaveThread", "report"],
  ...["block", "blockIn", "threadToReport"],
];
/** What a block of either leaves to both: whoever harasses can block first. */
const afterBlock = ["threadToReport", "metThrough", "report", "block", "blockIn"];

it("every export that reads or writes is tried", () => {
  const modules = [
    reading,
    meetings,
    others,
    safety,
    reports,
    writing,
    meeting,
    reporting,
    blocking,
  ];
  const exported = modules.flatMap((module) => Object.keys(module));
  const tried = [...Object.keys(attempts).filter((name) => !name.includes(" ")), ...withoutThing];
  expect(exported.toSorted()).toEqual(tried.toSorted());
});

describe("each read and write, by each actor", () => {
  useDatabase();

  let people: Record<string, Member>;
  let things: Things;

  beforeEach(async () => {
    const { poster, helper, threadId, responseId, postId } = await newThread();
    await writing.sendPlace(poster, randomUUID(), { threadId, where: "Secret place" });
    await reporting.report(helper, randomUUID(), { threadId }, wrong);
    const { id: reportId } = await db().report.findFirstOrThrow();
    const stranger = await newMember("Third");
    const steward = await newMember("Steward");
    const where = { id: steward.memberId };
    await db().member.update({ where, data: { isSteward: true } });
    const answerer = await newMember("Not chosen");
    await db().response.create({ data: { postId, memberId: answerer.memberId } });
    const added = await addPin(stranger, randomUUID(), pinContentSchema.parse(pinContent));
    if (!added.ok) throw new Error(added.reason);
    people = { poster, helper, stranger, steward, answerer };
    things = { threadId, responseId, reportId, pinId: added.id };
  });

  const person = (name: string): Member => {
    const found = people[name];
    if (!found) throw new Error(name);
    return found;
  };

  /** allowed, or the code of the refusal; anything else is a failure of the test. */
  async function outcome(name: string, actor: string, about: Things = things): Promise<string> {
    try {
      await attempts[name]?.(person(actor), about);
      return "allowed";
    } catch (error) {
      if (error instanceof AppError) return error.code;
      throw error;
    }
  }

  /** How each attempt ends, in a transaction of its own that leaves nothing behind. */
  async function outcomes(actor: string, prepare: () => Promise<unknown> = async () => undefined) {
    const found: Record<string, string> = {};
    await prepare();
    for (const name of Object.keys(attempts)) found[name] = await outcome(name, actor);
    return found;
  }

  const expected = (isAllowed: (name: string) => boolean) =>
    Object.fromEntries(
      Object.keys(attempts).map((name) => [name, isAllowed(name) ? "allowed" : "not-found"]),
    );

  it.each(["stranger", "answerer"])("a third person (%s) learns nothing", async (actor) => {
    expect(await outcomes(actor)).toEqual(expected(() => false));
    expect(await db().thread.findFirst()).toMatchObject({ status: "open", helperReadAt: null });
    expect(await db().placeCard.count()).toBe(1);
  });

  it("a steward sees reports and nothing of conversations", async () => {
    expect(await outcomes("steward")).toEqual(expected((name) => forStewards.includes(name)));
  });

  it.each(Object.keys(attempts))("the poster and the helper: %s", async (name) => {
    const isOfTwo = !forStewards.includes(name);
    expect(await outcome(name, "helper")).toBe(
      isOfTwo && !forPoster.includes(name) ? "allowed" : "not-found",
    );
    const isStillThere = !["leaveThread", "block", "blockIn"].includes(name);
    if (isStillThere) expect(await outcome(name, "poster")).toBe(isOfTwo ? "allowed" : "not-found");
  });

  it.each(Object.keys(attempts))("the poster with another's ids: %s", async (name) => {
    const mine = things;
    const theirs = await newThread();
    const swapped = { ...mine, threadId: theirs.threadId, responseId: theirs.responseId };
    expect(await outcome(name, "poster", swapped)).toBe("not-found");
    expect(
      await outcome(name, "poster", {
        ...{ threadId: randomUUID(), responseId: randomUUID() },
        ...{ reportId: randomUUID(), pinId: mine.pinId },
      }),
    ).toBe("not-found");
  });

  it.each(Object.keys(attempts))("a helper who is helper no more: %s", async (name) => {
    await fellThrough(person("poster"), things.threadId, now());
    expect(await outcome(name, "helper")).toBe(afterwards.includes(name) ? "allowed" : "not-found");
    if (name === "threadById")
      expect(await reading.threadById(person("helper"), things.threadId)).toMatchObject({
        ...{ place: null, isGoing: false, maySendPlace: false },
      });
  });

  it.each(["poster", "helper"])(
    "whoever was blocked by the other, and whoever blocked: %s",
    async (actor) => {
      const { threadId } = things;
      await blocking.block(person(actor), { threadId });
      for (const one of ["poster", "helper"])
        expect(await outcomes(one)).toEqual(expected((name) => afterBlock.includes(name)));
      expect(await db().placeCard.count()).toBe(0);
      expect(await reading.threadsOf(person("poster"))).toEqual([]);
      expect(await reading.threadsOf(person("helper"))).toEqual([]);
    },
  );

  it("whoever has left learns nothing more", async () => {
    await writing.leaveThread(person("helper"), things.threadId);
    expect(await reading.threadsToReport(person("helper"))).toEqual([]);
    expect(await outcomes("helper")).toEqual(expected(() => false));
  });
});
