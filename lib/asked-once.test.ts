import { expect, it } from "vitest";
import { askedOnce } from "./asked-once";

it("asks once, and again after a failure", async () => {
  let count = 0;
  const next = askedOnce(async () => {
    count++;
    if (count === 1) throw new Error("away");
    return count;
  });
  await expect(next()).rejects.toThrow("away");
  expect(await Promise.all([next(), next()])).toEqual([2, 2]);
  expect(await next()).toBe(2);
});
