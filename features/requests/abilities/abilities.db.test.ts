import { describe, expect, it } from "vitest";
import { db } from "@/lib/db";
import { newMember } from "@/lib/testing/builders";
import { useDatabase } from "@/lib/testing/use-database";
import { addAbility, removeAbility } from "./mutations";
import { firstValues, ownAbilities } from "./queries";

const yodelling = {
  side: "offer",
  category: "task",
  summary: "Yodelling lessons",
  when: "Thursdays",
} as const;

describe("what members can do and could use", () => {
  useDatabase();

  it("is kept sealed, once, and read by its member alone", async () => {
    const [ana, bo] = [await newMember("Ana"), await newMember("Bo")];
    await addAbility(ana, yodelling);
    await addAbility(ana, yodelling);
    expect(await ownAbilities(ana)).toMatchObject([yodelling]);
    expect(await ownAbilities(bo)).toEqual([]);
    const rows = await db().ability.findMany();
    expect(JSON.stringify(rows)).not.toContain("odelling");
  });

  it("fills the form of its own side, for its member alone", async () => {
    const [ana, bo] = [await newMember("Ana"), await newMember("Bo")];
    await addAbility(ana, yodelling);
    const [ability] = await ownAbilities(ana);
    expect(await firstValues(ana, "offer", ability?.id)).toEqual({
      category: "task",
      summary: "Yodelling lessons",
      "offer.when": "Thursdays",
    });
    expect(await firstValues(ana, "request", ability?.id)).toEqual({});
    expect(await firstValues(bo, "offer", ability?.id)).toEqual({});
    expect(await firstValues(ana, "offer", "nothing")).toEqual({});
  });

  it("is taken away by its member and by nobody else", async () => {
    const [ana, bo] = [await newMember("Ana"), await newMember("Bo")];
    await addAbility(ana, yodelling);
    const [ability] = await ownAbilities(ana);
    await removeAbility(bo, ability?.id ?? "");
    expect(await ownAbilities(ana)).toHaveLength(1);
    await removeAbility(ana, ability?.id ?? "");
    expect(await ownAbilities(ana)).toEqual([]);
  });

  it("is twenty things at most", async () => {
    const ana = await newMember("Ana");
    for (let count = 0; count < 20; count++)
      expect(await addAbility(ana, { ...yodelling, summary: `Lesson ${count}` })).toEqual({
        ok: true,
      });
    expect(await addAbility(ana, yodelling)).toEqual({ ok: false, reason: "too-many" });
  });
});
