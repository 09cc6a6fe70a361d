import { describe, expect, it } from "vitest";
import { z } from "zod";
import type { MemberViewer } from "@/features/members/schema";
import { db, Prisma } from "@/lib/db";
import { newMember } from "@/lib/testing/builders";
import { useDatabase } from "@/lib/testing/use-database";
import { isBlocked, isBlockedSql } from "./queries";

describe("a block", () => {
  useDatabase();

  const idRows = z.array(z.object({ id: z.uuid() }));
  const block = (blocker: MemberViewer, blocked: MemberViewer) =>
    db().block.create({ data: { blockerId: blocker.memberId, blockedId: blocked.memberId } });
  const invite = (host: MemberViewer, guest: MemberViewer) =>
    db().member.update({
      where: { id: guest.memberId },
      data: { invitedById: host.memberId },
    });
  const doNotMeet = (one: MemberViewer, other: MemberViewer) =>
    isBlocked(db(), one.memberId, other.memberId);

  async function bothWays(one: MemberViewer, other: MemberViewer) {
    const answers = [await doNotMeet(one, other), await doNotMeet(other, one)];
    expect(answers[0]).toBe(answers[1]);
    return answers[0];
  }

  it("parts the two in either direction and nobody else", async () => {
    const [ana, ben, cleo] = [
      await newMember("Ana"),
      await newMember("Ben"),
      await newMember("Cleo"),
    ];
    expect(await bothWays(ana, ben)).toBe(false);
    await block(ana, ben);
    expect(await bothWays(ana, ben)).toBe(true);
    expect(await bothWays(ana, cleo)).toBe(false);
    expect(await bothWays(ben, cleo)).toBe(false);
    expect(await doNotMeet(ana, ana)).toBe(false);
  });

  it("covers whom the blocked one invited, and whom those invited, also afterwards", async () => {
    const [ana, ben] = [await newMember("Ana"), await newMember("Ben")];
    await block(ana, ben);
    const [child, grandchild] = [await newMember("Child"), await newMember("Grandchild")];
    await invite(ben, child);
    await invite(child, grandchild);
    expect(await bothWays(ana, child)).toBe(true);
    expect(await bothWays(ana, grandchild)).toBe(true);
    expect(await bothWays(ben, child)).toBe(false);
  });

  it("does not cover who invited the blocked one, nor their other guests", async () => {
    const [ana, host, ben, sister] = [
      await newMember("Ana"),
      await newMember("Host"),
      await newMember("Ben"),
      await newMember("Sister"),
    ];
    await invite(host, ben);
    await invite(host, sister);
    await block(ana, ben);
    expect(await bothWays(ana, host)).toBe(false);
    expect(await bothWays(ana, sister)).toBe(false);
  });

  it("against one's own host does not part one from oneself, nor from one's own guests", async () => {
    const [host, ana, guest, cousin] = [
      await newMember("Host"),
      await newMember("Ana"),
      await newMember("Guest"),
      await newMember("Cousin"),
    ];
    await invite(host, ana);
    await invite(ana, guest);
    await invite(host, cousin);
    await block(ana, host);
    expect(await bothWays(ana, host)).toBe(true);
    expect(await bothWays(ana, cousin)).toBe(true);
    expect(await bothWays(ana, guest)).toBe(false);
    expect(await doNotMeet(ana, ana)).toBe(false);
    expect(await doNotMeet(guest, guest)).toBe(false);
  });

  it("ends where invitations run in a ring", async () => {
    const [ana, ben, cleo] = [
      await newMember("Ana"),
      await newMember("Ben"),
      await newMember("Cleo"),
    ];
    await invite(ben, cleo);
    await invite(cleo, ben);
    await block(ana, ben);
    expect(await bothWays(ana, ben)).toBe(true);
    expect(await bothWays(ana, cleo)).toBe(true);
  });

  it("is a condition that a list can use", async () => {
    const [ana, ben, cleo] = [
      await newMember("Ana"),
      await newMember("Ben"),
      await newMember("Cleo"),
    ];
    await block(ben, ana);
    const seen = await db().$queryRaw(
      Prisma.sql`select id from member where not ${isBlockedSql(ana.memberId, Prisma.sql`member.id`)}`,
    );
    const ids = idRows.parse(seen).map(({ id }) => id);
    expect(ids.toSorted()).toEqual([ana.memberId, cleo.memberId].toSorted());
  });
});
