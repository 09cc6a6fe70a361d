import { describe, expect, test } from "vitest";
import { codeSchema, emailSchema, linkTokenSchema } from "./schema";

describe("an address", () => {
  test.each([
    ["rosa@example.org", "rosa@example.org"],
    [" Rosa.Diaz+map@Example.ORG ", "rosa.diaz+map@example.org"],
    ["o'brien@example.org", "o'brien@example.org"],
    ["josé@example.org", "josé@example.org"],
    ["rosa@bücher.example", "rosa@xn--bcher-kva.example"],
  ])("%j is compared as %s", (typed, address) => {
    expect(emailSchema.parse(typed)).toBe(address);
  });

  test("is the same with composed and with combining letters", () => {
    expect(emailSchema.parse("jose\u0301@example.org")).toBe(emailSchema.parse("josé@example.org"));
  });

  test.each([
    "victim＠evil.com",
    "rosa@example.org＠evil.com",
    '"e@evil.com"@victim.com',
    '"rosa"@example.org',
    "a@b.com,c@d.com",
    "a@b.com;c@d.com",
    "Rosa <rosa@example.org>",
    "a@b.com\r\nBcc: c@d.com",
    "a\u0000@b.com",
    "a b@c.org",
    "a\u202E@b.org",
    "@b.org",
    "a@",
    "a@localhost",
    "a@b..org",
    "a@b.org/path",
    "a@b.org:25",
    "a@[127.0.0.1]",
    `${"a".repeat(65)}@b.org`,
    `a@${"b".repeat(250)}.org`,
    "",
  ])("%j is none", (typed) => {
    expect(emailSchema.safeParse(typed).success).toBe(false);
  });
});

test("a code may be typed with spaces or a dash", () => {
  expect(codeSchema.parse("123 456")).toBe("123456");
  expect(codeSchema.parse("123-456")).toBe("123456");
  expect(codeSchema.safeParse("12345").success).toBe(false);
  expect(codeSchema.safeParse("12345a").success).toBe(false);
});

test("a link's secret is 43 letters of base64url, nothing else", () => {
  expect(linkTokenSchema.safeParse("x".repeat(43)).success).toBe(true);
  expect(linkTokenSchema.safeParse("x".repeat(44)).success).toBe(false);
  expect(linkTokenSchema.safeParse(`${"x".repeat(42)}/`).success).toBe(false);
});
