import { describe, expect, test } from "vitest";
import { db, transaction } from "@/lib/db";
import { useDatabase } from "@/lib/testing/use-database";
import { clientAddress, forgetNetworkKey, networkKey, networkOf } from "./network";

useDatabase();

describe("a network", () => {
  test.each([
    ["203.0.113.7", "203.0.113.0/24"],
    ["::ffff:203.0.113.7", "203.0.113.0/24"],
    ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"],
    ["2001:0DB8:0001:0002::1", "2001:db8:1:2::/64"],
    ["2001:db8::1", "2001:db8:0:0::/64"],
    ["::1", "0:0:0:0::/64"],
    ["fe80::1%eth0", "fe80:0:0:0::/64"],
    ["", "unknown"],
    ["1.2.3", "unknown"],
    ["evil, 1.2.3.4", "unknown"],
  ])("of %j is %s", (address, network) => {
    expect(networkOf(address)).toBe(network);
  });
});

test("of a list of addresses, the one that the nearest proxy added counts", () => {
  expect(clientAddress(new Headers({ "x-forwarded-for": "10.0.0.1, 203.0.113.7" }))).toBe(
    "203.0.113.7",
  );
  expect(clientAddress(new Headers())).toBe("");
});

describe("the key to count a network by", () => {
  const from = (address: string) => new Headers({ "x-forwarded-for": address });
  const keyOf = (address: string, at: string) =>
    transaction((tx) => networkKey(tx, from(address), new Date(at)));

  test("is one for neighbours of a network, for a day, and names no address", async () => {
    const morning = await keyOf("203.0.113.7", "2026-03-01T08:00:00Z");
    expect(await keyOf("203.0.113.99", "2026-03-01T20:00:00Z")).toBe(morning);
    expect(await keyOf("203.0.114.7", "2026-03-01T20:00:00Z")).not.toBe(morning);
    expect(morning).toMatch(/^[0-9a-f]{64}$/);
  });

  test("cannot be computed again once the day is over", async () => {
    const monday = await keyOf("203.0.113.7", "2026-03-02T08:00:00Z");
    await keyOf("203.0.113.7", "2026-03-03T08:00:00Z");
    expect(await keyOf("203.0.113.7", "2026-03-02T08:00:00Z")).not.toBe(monday);
  });

  test("is destroyed when its day is over, and no sooner", async () => {
    await keyOf("203.0.113.7", "2026-03-02T08:00:00Z");
    expect(await forgetNetworkKey(new Date("2026-03-02T23:59:00Z"))).toBe(0);
    expect(await forgetNetworkKey(new Date("2026-03-03T00:01:00Z"))).toBe(1);
    expect(await db().setting.count({ where: { key: "network-key" } })).toBe(0);
  });

  test("comes from a secret that the database holds only sealed", async () => {
    await keyOf("203.0.113.7", "2026-03-01T08:00:00Z");
    const { value } = await db().setting.findUniqueOrThrow({ where: { key: "network-key" } });
    expect(value).toMatchObject({ day: "2026-03-01", key: expect.stringMatching(/^[\w-]{80,}$/) });
  });
});
