import { expect, test } from "vitest";
import { blindIndex } from "@/lib/crypto";
import { db } from "@/lib/db";
import { newMember } from "@/lib/testing/builders";
import { useDatabase } from "@/lib/testing/use-database";
import { setSteward } from "./mutations";

useDatabase();

test("the host makes a steward of whoever has an address, and takes it back", async () => {
  const { memberId } = await newMember("Rosa");
  await newMember("Omar");
  const emailIndex = blindIndex("email", "rosa@example.org");
  await db().member.update({ where: { id: memberId }, data: { emailIndex } });
  const stewards = () => db().member.findMany({ where: { isSteward: true }, select: { id: true } });
  expect(await setSteward("Rosa@Example.org", true)).toBe(true);
  expect(await stewards()).toEqual([{ id: memberId }]);
  expect(await setSteward("rosa@example.org", false)).toBe(true);
  expect(await stewards()).toEqual([]);
  expect(await setSteward("nobody@example.org", true)).toBe(false);
});
