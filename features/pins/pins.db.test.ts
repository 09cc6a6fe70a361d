import { randomUUID } from "node:crypto";
import { afterEach, describe, expect, it } from "vitest";
import { stranger } from "@/features/members/schema";
import { moveClock, now } from "@/lib/clock";
import { patiently } from "@/lib/database-away";
import { db } from "@/lib/db";
import { newMember, pinContent } from "@/lib/testing/builders";
import { useDatabase } from "@/lib/testing/use-database";
import { similarPins } from "./form/queries";
import { addPin, editPin } from "./mutations";
import { nearestPins, pinByCode, pinById, revisionsOf } from "./queries";
import type { AddAnswer, PinContent } from "./schema";

describe("pins", () => {
  useDatabase();
  afterEach(() => moveClock(0));

  const key = () => randomUUID();

  async function added(answer: Promise<AddAnswer>) {
    const result = await answer;
    if (!result.ok) throw new Error(`Refused: ${result.reason}`);
    return result;
  }

  /** Puts the clock to an instant. */
  const clockAt = (instant: string) => moveClock(Date.parse(instant) - Date.now());

  describe("adding a pin", () => {
    it("puts it on the map at once, marked new, with its first revision", async () => {
      const ana = await newMember("Ana");
      const { id, code, visibility } = await added(addPin(ana, key(), pinContent));
      expect(visibility).toBe("listed");
      expect(await pinById(stranger, id)).toMatchObject({
        ...pinContent,
        freshness: "new",
        status: "open",
        checkedAt: null,
        checkedByCount: 0,
        version: 1,
        source: null,
        addedBy: { handle: ana.handle, displayName: "Ana" },
      });
      expect((await pinByCode(stranger, code.toLowerCase())).id).toBe(id);
      const [revision, ...earlier] = await revisionsOf(stranger, id);
      expect(revision).toMatchObject({ version: 1, action: "added", by: { displayName: "Ana" } });
      expect(revision?.snapshot).toEqual({ ...pinContent, status: "open", visibility: "listed" });
      expect(earlier).toEqual([]);
    });

    it("fifty times with one key, all at once, adds one", async () => {
      const ana = await newMember();
      const once = key();
      const sent = Array.from({ length: 50 }, () =>
        added(patiently(() => addPin(ana, once, pinContent))),
      );
      const answers = await Promise.all(sent);
      expect(new Set(answers.map(({ id }) => id)).size).toBe(1);
      expect(await db().pin.count()).toBe(1);
      expect(await db().pinRevision.count()).toBe(1);
    });

    it("with a key that was used for another pin is a conflict", async () => {
      const ana = await newMember();
      const once = key();
      await added(addPin(ana, once, pinContent));
      const other = { ...pinContent, name: "Another" };
      await expect(addPin(ana, once, other)).rejects.toMatchObject({ code: "conflict" });
    });

    it("is limited to five on a newcomer's first day", async () => {
      const ana = await newMember("Ana", now());
      for (let count = 0; count < 5; count++) await added(addPin(ana, key(), pinContent));
      await expect(addPin(ana, key(), pinContent)).rejects.toMatchObject({ code: "too-many" });
      expect(await db().pin.count()).toBe(5);
    });

    it("holds what looks dangerous: only its author sees it, until it is mended", async () => {
      const [ana, ben] = [await newMember("Ana"), await newMember("Ben")];
      const content = { ...pinContent, description: "Knock at my house" };
      const { id, visibility } = await added(addPin(ana, key(), content));
      expect(visibility).toBe("held");
      expect((await pinById(ana, id)).visibility).toBe("held");
      await expect(pinById(ben, id)).rejects.toMatchObject({ code: "not-found" });
      await expect(pinById(stranger, id)).rejects.toMatchObject({ code: "not-found" });
      expect((await nearestPins(ana, { near: pinContent })).pins).toEqual([]);
      await editPin(ana, key(), { pinId: id, baseVersion: 1, content: pinContent });
      expect((await pinById(stranger, id)).visibility).toBe("listed");

      expect(await revisionsOf(ana, id)).toHaveLength(2);
      for (const other of [ben, stranger]) {
        const shown = await revisionsOf(other, id);
        expect(shown).toHaveLength(1);
        expect(JSON.stringify(shown)).not.toContain("my house");
      }
    });

    it("refuses a place where people hide, and a point that nobody means", async () => {
      const ana = await newMember();
      const refuge = { ...pinContent, name: "Women's refuge" };
      expect(await addPin(ana, key(), refuge)).toEqual({ ok: false, reason: "secret-refuge" });
      const nowhere = { ...pinContent, lng: 0, lat: 0 };
      expect(await addPin(ana, key(), nowhere)).toEqual({ ok: false, reason: "nowhere" });
      expect(await db().pin.count()).toBe(0);
    });

    it("keeps hostile text as text", async () => {
      const ana = await newMember();
      const hostile = {
        ...pinContent,
        name: `'); drop table pin; -- <b>"\\u0000{}%_`,
        city: "O'Fallon\\",
      };
      const { id } = await added(addPin(ana, key(), hostile));
      expect(await pinById(stranger, id)).toMatchObject({ name: hostile.name, city: hostile.city });
    });
  });

  describe("the duplicate question", () => {
    const near = (metres: number) => ({
      lng: pinContent.lng,
      lat: pinContent.lat + metres / 111_195,
    });
    const ask = async (
      kind: PinContent["kind"],
      metres: number,
      name: string,
      idempotencyKey = key(),
    ) => (await similarPins(stranger, { kind, lngLat: near(metres), name, idempotencyKey })).length;

    it("is asked for the same kind within 100 m and for a name alike within 300 m", async () => {
      const ana = await newMember();
      const once = key();
      await added(addPin(ana, once, pinContent));
      expect(await ask("food-pantry", 95, "")).toBe(1);
      expect(await ask("food-pantry", 105, "")).toBe(0);
      expect(await ask("water", 95, "")).toBe(0);
      expect(await ask("water", 295, "elm street pantri")).toBe(1);
      expect(await ask("water", 305, "Elm Street Pantry")).toBe(0);
      expect(await ask("food-pantry", 295, "St. Mary's")).toBe(0);
    });

    it("is not asked about the pin that the same form has just added", async () => {
      const ana = await newMember();
      const once = key();
      await added(addPin(ana, once, pinContent));
      const again = { kind: pinContent.kind, lngLat: pinContent, name: pinContent.name };
      expect(await similarPins(ana, { ...again, idempotencyKey: once })).toEqual([]);
      expect(await similarPins(ana, { ...again, idempotencyKey: key() })).toHaveLength(1);
    });
  });

  describe("editing a pin", () => {
    it("keeps both versions, and the same key again changes nothing", async () => {
      const [ana, ben] = [await newMember("Ana"), await newMember("Ben")];
      const { id } = await added(addPin(ana, key(), pinContent));
      const edit = { pinId: id, baseVersion: 1, content: { ...pinContent, name: "Oak Pantry" } };
      const once = key();
      expect(await editPin(ben, once, edit)).toEqual({ ok: true });
      expect(await editPin(ben, once, edit)).toEqual({ ok: true });
      const revisions = await revisionsOf(stranger, id);
      expect(
        revisions.map(({ version, action, by, snapshot }) => [
          version,
          action,
          by?.displayName,
          snapshot.name,
        ]),
      ).toEqual([
        [2, "edited", "Ben", "Oak Pantry"],
        [1, "added", "Ana", "Elm Street Pantry"],
      ]);
    });

    it("that started from an older version is a conflict and changes nothing; its key stays free", async () => {
      const [ana, ben] = [await newMember("Ana"), await newMember("Ben")];
      const { id } = await added(addPin(ana, key(), pinContent));
      const mine = { pinId: id, baseVersion: 1, content: { ...pinContent, name: "Mine" } };
      await editPin(ana, key(), { ...mine, content: { ...pinContent, name: "Theirs" } });
      const once = key();
      expect(await editPin(ben, once, mine)).toEqual({ ok: false, reason: "conflict" });
      expect(await pinById(stranger, id)).toMatchObject({ name: "Theirs", version: 2 });
      expect(await editPin(ben, once, { ...mine, baseVersion: 2 })).toEqual({ ok: true });
      expect((await pinById(stranger, id)).name).toBe("Mine");
    });

    it("that says the same makes no revision", async () => {
      const ana = await newMember();
      const { id } = await added(addPin(ana, key(), pinContent));
      expect(await editPin(ana, key(), { pinId: id, baseVersion: 1, content: pinContent })).toEqual(
        {
          ok: true,
        },
      );
      expect(await revisionsOf(stranger, id)).toHaveLength(1);
    });

    it("computes the open times again", async () => {
      clockAt("2026-06-08T15:00:00Z");
      const ana = await newMember();
      const { id } = await added(addPin(ana, key(), pinContent));
      expect(await pinById(stranger, id)).toMatchObject({
        isOpen: true,
        openUntil: new Date("2026-06-08T22:00:00Z"),
      });
      const content = { ...pinContent, openingHours: "Mo 12:00-17:00" };
      await editPin(ana, key(), { pinId: id, baseVersion: 1, content });
      expect(await pinById(stranger, id)).toMatchObject({
        isOpen: false,
        opensAt: new Date("2026-06-08T17:00:00Z"),
      });
    });
  });

  describe("whether a pin is open", () => {
    const stateAt = async (id: string, instant: string) => {
      clockAt(instant);
      const { isOpen, openUntil, opensAt, freshness } = await pinById(stranger, id);
      return { isOpen, openUntil, opensAt, freshness };
    };

    it("is told for the pin's zone, and not at all once the known times or our trust run out", async () => {
      clockAt("2026-06-08T13:59:00Z");
      const ana = await newMember();
      const { id } = await added(addPin(ana, key(), pinContent));
      const opensAt = new Date("2026-06-08T14:00:00Z");
      const openUntil = new Date("2026-06-08T22:00:00Z");
      const unknown = { isOpen: null, openUntil: null, opensAt: null };
      expect(await stateAt(id, "2026-06-08T13:59:00Z")).toMatchObject({ isOpen: false, opensAt });
      expect(await stateAt(id, "2026-06-08T14:00:01Z")).toMatchObject({
        isOpen: true,
        openUntil,
        opensAt: null,
      });
      expect(await stateAt(id, "2026-06-08T22:00:01Z")).toMatchObject({
        isOpen: false,
        openUntil: null,
      });
      expect(await stateAt(id, "2026-06-24T15:00:00Z")).toMatchObject({
        ...unknown,
        freshness: "new",
      });
      expect(await stateAt(id, "2026-10-12T15:00:00Z")).toMatchObject({
        ...unknown,
        freshness: "stale",
      });
    });

    it("around the clock has no end", async () => {
      clockAt("2026-06-08T13:59:00Z");
      const { id } = await added(
        addPin(await newMember(), key(), { ...pinContent, openingHours: "24/7" }),
      );
      expect(await stateAt(id, "2026-06-09T03:00:00Z")).toMatchObject({
        isOpen: true,
        openUntil: null,
      });
    });

    it("is not known without hours, and no for a pin that is closed", async () => {
      const { id } = await added(
        addPin(await newMember(), key(), { ...pinContent, openingHours: null }),
      );
      expect((await pinById(stranger, id)).isOpen).toBeNull();
      await db().pin.update({ where: { id }, data: { status: "closed" } });
      expect((await pinById(stranger, id)).isOpen).toBe(false);
    });
  });

  it("a removed pin is gone for everyone", async () => {
    const ana = await newMember();
    const { id } = await added(addPin(ana, key(), pinContent));
    await db().pin.update({ where: { id }, data: { visibility: "removed" } });
    await expect(pinById(ana, id)).rejects.toMatchObject({ code: "gone" });
  });

  it("a member who left is not named", async () => {
    const ana = await newMember();
    const { id } = await added(addPin(ana, key(), pinContent));
    await db().member.update({ where: { id: ana.memberId }, data: { deletedAt: now() } });
    expect((await pinById(stranger, id)).addedBy).toBeNull();
    expect((await revisionsOf(stranger, id))[0]?.by).toBeNull();
  });
});
