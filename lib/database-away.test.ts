import { expect, test } from "vitest";
import { isDatabaseAway } from "./database-away";

test("a database that cannot be reached, hangs or is full is away", () => {
  const unreachable = { meta: { driverAdapterError: { cause: { kind: "DatabaseNotReachable" } } } };
  expect(isDatabaseAway(Object.assign(new Error(), { code: "P2010", ...unreachable }))).toBe(true);
  expect(isDatabaseAway(Object.assign(new Error(), { code: "P1001" }))).toBe(true);
  expect(isDatabaseAway(Object.assign(new Error(), { code: "P2028" }))).toBe(true);
  expect(isDatabaseAway(new Error("Connection terminated due to connection timeout"))).toBe(true);
});

test("a broken rule or a bug is not", () => {
  expect(isDatabaseAway(Object.assign(new Error("Unique constraint"), { code: "P2002" }))).toBe(
    false,
  );
  expect(isDatabaseAway(new TypeError("x is undefined"))).toBe(false);
  expect(isDatabaseAway(null)).toBe(false);
});
