import { beforeEach, expect, test, vi } from "vitest";
import { blindIndex, hash, randomToken, seal, unseal } from "./crypto";

beforeEach(() => {
  vi.stubEnv("DATABASE_URL", "postgresql://nobody@localhost/nowhere");
});

test("what is sealed can be unsealed, and looks different each time", () => {
  const one = seal("email", "rosa@example.org");
  const two = seal("email", "rosa@example.org");
  expect(one).not.toBe(two);
  expect(one).not.toContain("rosa");
  expect([unseal("email", one), unseal("email", two)]).toEqual([
    "rosa@example.org",
    "rosa@example.org",
  ]);
});

test("what was sealed for one use does not open for another", () => {
  expect(() => unseal("mail", seal("email", "rosa@example.org"))).toThrow();
});

test("changed, shortened and invented texts do not open", () => {
  const sealed = seal("email", "rosa@example.org");
  const bytes = Buffer.from(sealed, "base64url");
  for (let at = 0; at < bytes.length; at++) {
    const changed = Buffer.from(bytes);
    changed[at] = (changed[at] ?? 0) ^ 1;
    expect(() => unseal("email", changed.toString("base64url"))).toThrow();
  }
  for (const length of [0, 5, 12, 20, 27, 28]) {
    expect(() => unseal("email", bytes.subarray(0, length).toString("base64url"))).toThrow();
  }
});

test("a keyed hash is the same for the same text and use, and only then", () => {
  expect(blindIndex("email", "a@b.org")).toBe(blindIndex("email", "a@b.org"));
  expect(blindIndex("email", "a@b.org")).not.toBe(blindIndex("code", "a@b.org"));
  expect(blindIndex("email", "a@b.org")).not.toBe(hash("a@b.org"));
});

test("secrets have 256 bits and never repeat", () => {
  const tokens = Array.from({ length: 1000 }, randomToken);
  expect(new Set(tokens).size).toBe(1000);
  expect(Buffer.from(randomToken(), "base64url")).toHaveLength(32);
});
