import { expect, it } from "vitest";
import { ignoredIn } from "./hits";

it.each<[string, (string | null | undefined)[], string[]]>([
  ["there are no clusters", [], []],
  ["every cluster counts by all that is asked", [undefined, null, ""], []],
  ["one leaves a filter out", [undefined, "open"], ["open"]],
  [
    "several leave out the same and others",
    ["open,access", "access", "q"],
    ["open", "access", "q"],
  ],
])("which filters the map leaves out is known when %s", (_when, lists, expected) => {
  const clusters = lists.map((ignores) => ({ properties: { count: 9, ignores } }));
  expect(ignoredIn(clusters).toSorted()).toEqual(expected.toSorted());
});
