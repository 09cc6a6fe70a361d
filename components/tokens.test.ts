import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

type Theme = Record<string, string>;

const css = readFileSync(new URL("./tokens.css", import.meta.url), "utf8");
const [lightCss = "", darkCss = ""] = css.split("@media screen and (prefers-color-scheme: dark)");

const colours = (part: string): Theme =>
  Object.fromEntries(
    [...part.matchAll(/--([a-z-]+): (#[0-9a-f]{6});/g)].map(([, name = "", hex = ""]) => [
      name,
      hex,
    ]),
  );

/** WCAG 2.2: relative luminance of a colour. */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((start) => Number.parseInt(hex.slice(start, start + 2), 16) / 255)
    .map((share) => (share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(a: string, b: string): number {
  const [lighter = 0, darker = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (lighter + 0.05) / (darker + 0.05);
}

const surfaces = ["paper", "card", "field"];
const textPairs = [
  ...surfaces.flatMap((surface) => [
    [surface, "ink"],
    [surface, "ink-soft"],
    [surface, "link"],
    [surface, "open"],
  ]),
  ["primary", "on-primary"],
  ["primary-hover", "on-primary"],
  ["quiet", "on-quiet"],
  ["quiet-hover", "on-quiet"],
  ["chosen", "on-chosen"],
  ["good", "on-good"],
  ["warn", "on-warn"],
  ["bad", "on-bad"],
  ["note", "on-note"],
  ["old", "on-old"],
];
const kindColours = ["coral", "sky", "plum", "earth", "leaf", "slate", "ochre", "teal"];
const shapePairs = [
  ...surfaces.flatMap((surface) => [
    [surface, "line-strong"],
    [surface, "focus"],
  ]),
  ...kindColours.flatMap((colour) => [
    [colour, "on-colour"],
    ["paper", colour],
    ["card", colour],
  ]),
];

const light = colours(lightCss);
const themes: [string, Theme][] = [
  ["light", light],
  ["dark", colours(darkCss)],
];

describe.each(themes)("the %s theme", (_name, theme) => {
  it("names the same colours as the light one", () => {
    expect(Object.keys(theme)).toEqual(Object.keys(light));
  });

  it.each(textPairs)("text on %s in %s is readable (4.5 to 1)", (background = "", text = "") => {
    expect(contrast(theme[background] ?? "", theme[text] ?? "")).toBeGreaterThanOrEqual(4.5);
  });

  it.each(shapePairs)("%s and %s can be told apart (3 to 1)", (one = "", other = "") => {
    expect(contrast(theme[one] ?? "", theme[other] ?? "")).toBeGreaterThanOrEqual(3);
  });
});
