import { describe, expect, test } from "vitest";
import { dayMs } from "@/lib/clock";
import {
  handleOf,
  isFromOurPages,
  mayTakeNewHandle,
  safeNextPath,
  sessionEnd,
  signInPath,
  suggestName,
} from "./rules";
import { displayNameSchema } from "./schema";

const appUrl = "https://sugar.example.org";

describe("a request counts as ours", () => {
  test.each([
    ["a form of ours", { origin: appUrl, fetchSite: "same-origin" }],
    ["a form of ours in a browser without Sec-Fetch-Site", { origin: appUrl, fetchSite: null }],
    ["a page of ours that sends no Origin", { origin: null, fetchSite: "same-origin" }],
  ])("%s", (_who, sent) => {
    expect(isFromOurPages(sent, appUrl)).toBe(true);
  });

  test("under any name of this computer, at the same port", () => {
    const sent = { origin: "http://127.0.0.1:3000", fetchSite: "same-origin" };
    expect(isFromOurPages(sent, "http://localhost:3000")).toBe(true);
    expect(isFromOurPages(sent, "http://localhost:3001")).toBe(false);
  });
});

describe("a request does not count as ours", () => {
  test.each([
    ["from another site", { origin: "https://evil.example", fetchSite: "cross-site" }],
    ["from another site that hides it", { origin: "https://evil.example", fetchSite: null }],
    ["from a sandboxed frame", { origin: "null", fetchSite: null }],
    ["from a sister site", { origin: appUrl, fetchSite: "same-site" }],
    ["from an address bar", { origin: null, fetchSite: "none" }],
    ["from a program that says nothing", { origin: null, fetchSite: null }],
    ["over plain http", { origin: "http://sugar.example.org", fetchSite: null }],
    ["from another port", { origin: "https://sugar.example.org:8443", fetchSite: null }],
    [
      "from an address that begins like ours",
      { origin: `${appUrl}.evil.example`, fetchSite: null },
    ],
  ])("%s", (_who, sent) => {
    expect(isFromOurPages(sent, appUrl)).toBe(false);
  });
});

describe("after signing in", () => {
  test.each([
    "/me",
    "/pins/new",
    "/?q=&near=-87.63,41.88&radius=3000&kind=food-pantry,free-meal&open=now&map=13/41.88/-87.63",
    "/pins/0b8c5a1e-9a53-4a5e-8a0b-2f0a3b1c4d5e/check",
    "/?q=caf%C3%A9",
  ])("people go on to %s", (path) => {
    expect(safeNextPath(path)).toBe(path);
  });

  test.each([
    "//e.com",
    "///e.com",
    "/\\e.com",
    "\\\\e.com",
    "/%2f%2fe.com",
    "/%2Fe.com",
    "/%5ce.com",
    "/%252f%252fe.com",
    "/..//e.com",
    "/.//e.com",
    "https:e.com",
    "https://e.com/",
    "javascript:alert(1)",
    "data:text/html,x",
    "/\te.com",
    "/\n/e.com",
    "/ /e.com",
    "/%09/e.com",
    "/@e.com",
    "e.com",
    "",
    `/${"a".repeat(600)}`,
  ])("%j leads to the map", (path) => {
    expect(safeNextPath(path)).toBe("/");
  });

  test("the way back is part of the sign-in page's address", () => {
    expect(signInPath("/pins/new?kind=water")).toBe("/sign-in?next=%2Fpins%2Fnew%3Fkind%3Dwater");
    expect(signInPath("//e.com")).toBe("/sign-in");
  });

  test("a query that is too long or odd is left behind, and the page is still reached", () => {
    for (const query of [`?q=${"a".repeat(600)}`, "?q=<b>"])
      expect(signInPath(`/pins/new${query}`)).toBe("/sign-in?next=%2Fpins%2Fnew");
    expect(signInPath("//e.com?q=<b>")).toBe("/sign-in");
  });
});

describe("a session", () => {
  const start = new Date("2026-03-01T12:00:00Z");
  const inDays = (days: number) => new Date(start.getTime() + days * dayMs);

  test("ends 30 days after the last visit", () => {
    expect(sessionEnd(start, start)).toEqual(inDays(30));
    expect(sessionEnd(start, inDays(20))).toEqual(inDays(50));
  });

  test("ends after 90 days however often it is used", () => {
    expect(sessionEnd(start, inDays(80))).toEqual(inDays(90));
  });
});

describe("names", () => {
  const first = () => 0;

  test("a new member is called by two friendly words of their language", () => {
    expect(suggestName("en", first)).toBe("Quiet Heron");
    expect(suggestName("es", first)).toBe("Garza Amable");
  });

  test.each([
    ["Rosa", "rosa-1000"],
    ["Zoë & the Cats!", "zoe-the-cats-1000"],
    ["  --  ", "neighbour-1000"],
    ["李雷", "neighbour-1000"],
  ])("%j becomes the handle %s", (name, handle) => {
    expect(handleOf(name, first)).toBe(handle);
  });

  test.each(["rosa@example.org", "<b>Rosa</b>", "R", "a".repeat(41), "Ro\u0000sa", "Ro\u202Esa"])(
    "%j cannot be a name",
    (name) => {
      expect(displayNameSchema.safeParse(name).success).toBe(false);
    },
  );

  test("a handle changes with the name only on the first day", () => {
    const joined = new Date("2026-03-01T12:00:00Z");
    expect(mayTakeNewHandle(joined, new Date("2026-03-01T13:00:00Z"))).toBe(true);
    expect(mayTakeNewHandle(joined, new Date("2026-03-03T12:00:00Z"))).toBe(false);
  });
});
