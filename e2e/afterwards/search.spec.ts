import { findSecrets, type Secret } from "../fixtures/secrets";
import { expect, test } from "../fixtures/test";

const words: Secret = { kind: "words", text: 'Ring "twice" & wait' };
const home: Secret = { kind: "point", text: "41.878113 -87.629799" };
const isFound = (secret: Secret, text: string) =>
  findSecrets([{ where: "there", text }], [secret]).length > 0;

test("the search finds words however they are spelled", () => {
  const sentence = `They said: ${words.text}, then left`;
  const spelled = [
    sentence,
    sentence.toUpperCase(),
    JSON.stringify({ sentence }),
    encodeURIComponent(sentence),
    new URLSearchParams({ sentence }).toString(),
    sentence.replaceAll("&", "&amp;").replaceAll('"', "&quot;"),
    Buffer.from(sentence).toString("hex"),
    ...["", "-", "--"].map((before) => Buffer.from(before + sentence).toString("base64")),
  ];
  expect(spelled.filter((text) => !isFound(words, text))).toEqual([]);
  expect(isFound(words, "Ring twice and wait")).toBe(false);
  expect(findSecrets([{ where: "there", text: sentence }], [words])).toEqual([
    `words “${words.text}” in there`,
  ]);
});

test("the search finds a point at three decimals and finer, and not a coarser one", () => {
  const found = ["41.878 -87.630", "[-87.62979900000001,41.878113]", "lat=41.8781&lng=-87.62980"];
  expect(found.filter((text) => !isFound(home, text))).toEqual([]);
  const others = `[-87.6298,41.99],${" ".repeat(99)}[-88.01,41.878113]`;
  const coarse = ["41.88 -87.63", "41.878\n-87.630", "41.879 -87.631", others];
  expect(coarse.filter((text) => isFound(home, text))).toEqual([]);
});
