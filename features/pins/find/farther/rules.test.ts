import { expect, it } from "vitest";
import { widerRadius } from "./rules";

it.each([
  [{ radiusMetres: 3000, count: 1, nextMetres: 4200 }, 5000],
  [{ radiusMetres: 3000, count: 1, nextMetres: 5000 }, 5000],
  [{ radiusMetres: 3000, count: 1, nextMetres: 41_000 }, 50_000],
  [{ radiusMetres: 3000, count: 1, nextMetres: null }, 100_000],
  [{ radiusMetres: 3000, count: 40, nextMetres: null }, 5000],
  [{ radiusMetres: 100_000, count: 40, nextMetres: null }, null],
  [{ radiusMetres: 100_000, count: 1, nextMetres: null }, null],
])("after %j one looks within %j metres", (reach, wider) => {
  expect(widerRadius(reach, "metric")).toBe(wider);
});

it("in miles the steps are whole miles", () => {
  expect(widerRadius({ radiusMetres: 3219, count: 1, nextMetres: 3300 }, "miles")).toBe(8047);
});
