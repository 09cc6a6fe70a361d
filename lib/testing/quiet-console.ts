import { afterEach, beforeEach, expect, vi } from "vitest";

beforeEach(() => {
  vi.spyOn(console, "error");
});

/** What is said on console.error is a defect: React's warnings, a promise nobody waited for. */
afterEach(() => {
  expect(vi.mocked(console.error).mock.calls).toEqual([]);
});
