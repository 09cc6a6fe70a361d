import { validateStyleMin } from "@maplibre/maplibre-gl-style-spec";
import { describe, expect, test } from "vitest";
import { postsSource, withPosts } from "./posts";

const empty = { version: 8 as const, sources: {}, layers: [] };
const styleOf = (theme: "light" | "dark", isShown: boolean) =>
  withPosts(empty, "http://localhost/tiles/requests/{z}/{x}/{y}", {
    theme,
    fonts: ["Nunito Sans Variable"],
    somewhere: "somewhere in this area",
    isShown,
  });

describe.each(["light", "dark"] as const)("requests and offers on the %s map", (theme) => {
  test("are hexagons that MapLibre accepts", () => {
    const style = { ...styleOf(theme, true), glyphs: "http://localhost/{fontstack}/{range}" };
    expect(validateStyleMin(style)).toEqual([]);
  });

  test("are areas, edges and counts, and never a circle or a picture", () => {
    const { layers } = styleOf(theme, true);
    expect(layers.map(({ type }) => type)).toEqual(["fill", "line", "symbol"]);
    expect(JSON.stringify(layers)).toContain("somewhere in this area");
    expect(JSON.stringify(layers)).not.toContain("icon-image");
  });

  test("ask for nothing before somebody wants to see them", () => {
    const hidden = styleOf(theme, false).layers.map(({ layout }) => layout?.visibility);
    expect(hidden).toEqual(["none", "none", "none"]);
    expect(styleOf(theme, false).sources[postsSource]).toMatchObject({ maxzoom: 9 });
  });
});
