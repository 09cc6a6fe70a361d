import { expect, it } from "vitest";
import { excerptOf, metOf } from "./rules";

it("a form is about one thing: none and several are about nothing", () => {
  expect(metOf({ threadId: "t" })).toEqual({ threadId: "t" });
  expect(metOf({ postId: "p" })).toEqual({ postId: "p" });
  expect(metOf({ responseId: "r", threadId: undefined })).toEqual({ responseId: "r" });
  expect(metOf({})).toBeNull();
  expect(metOf({ threadId: "t", postId: "p" })).toBeNull();
});

it("an excerpt says who wrote each message, without a name", () => {
  const messages = [
    { text: "Hello", isOwn: true },
    { text: "Come alone", isOwn: false },
  ];
  const words = { me: "Me", they: "The other one" };
  expect(excerptOf(messages, words)).toBe("Me: Hello\n\nThe other one: Come alone");
  expect(excerptOf([], words)).toBe("");
});
