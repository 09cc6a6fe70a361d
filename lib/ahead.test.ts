import { expect, it } from "vitest";
import { ahead } from "./ahead";

async function* counting(log: string[], failsAt = Infinity) {
  try {
    for (let value = 1; value <= 3; value++) {
      if (value === failsAt) throw new Error("broken");
      log.push(`made ${value}`);
      yield value;
    }
  } finally {
    log.push("closed");
  }
}

it("the next value is made while one is worked on, and all come in their order", async () => {
  const log: string[] = [];
  for await (const value of ahead(counting(log))) {
    await new Promise((resume) => setImmediate(resume));
    log.push(`used ${value}`);
  }
  expect(log).toEqual(["made 1", "made 2", "used 1", "made 3", "used 2", "closed", "used 3"]);
});

it("an error comes after the values before it, and who stops early closes the source", async () => {
  const log: string[] = [];
  const broken = async () => {
    for await (const value of ahead(counting(log, 3))) log.push(`used ${value}`);
  };
  await expect(broken()).rejects.toThrow("broken");
  expect(log.filter((line) => line.startsWith("used"))).toEqual(["used 1", "used 2"]);

  const shortLog: string[] = [];
  for await (const _ of ahead(counting(shortLog))) break;
  expect(shortLog).toContain("closed");
});
