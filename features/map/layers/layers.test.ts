import { validateStyleMin } from "@maplibre/maplibre-gl-style-spec";
import { describe, expect, test } from "vitest";
import { kinds } from "@/features/kinds/index";
import { kindIds } from "@/features/kinds/schema";
import { mix, palettes } from "./palette";
import { parsePinImage, pinPaint } from "./pin-image";
import { pinsSource } from "./pins";
import { basemapStyle, withPins } from "./style";

const themes = ["light", "dark"] as const;
const bounds = { west: -87.8, south: 41.7, east: -87.5, north: 42 };
const streets = { url: "http://localhost/basemap/chicago", attribution: "Someone", bounds };

function styleFor(theme: (typeof themes)[number]) {
  const pins = {
    theme,
    kinds: kinds.map(({ id, icon, colour, words }) => ({ id, icon, colour, ...words.en })),
    fonts: ["Nunito Sans Variable", "sans-serif"],
    andMore: (names: string) => `${names} and more`,
  };
  const worldUrl = "http://localhost/basemap/world";
  const base = basemapStyle({ ...pins, locale: "es", worldUrl, streets });
  return withPins(base, "http://localhost/tiles/pins/{z}/{x}/{y}", pins);
}

describe.each(themes)("the %s style", (theme) => {
  test("is one that MapLibre accepts", () => {
    expect(validateStyleMin(styleFor(theme))).toEqual([]);
  });

  test("asks nobody else for anything: no glyphs, no sprite, our own sources", () => {
    const style = styleFor(theme);
    expect(style.glyphs).toBeUndefined();
    expect(style.sprite).toBeUndefined();
    const addresses = JSON.stringify(style.sources).match(/https?:\/\/[^/"\\]+/g);
    const elsewhere = addresses?.filter((address) => address !== "http://localhost");
    expect(elsewhere, "a credit's link").toEqual(["https://www.geonames.org"]);
  });

  test("gives each layer its own name and draws pins above everything", () => {
    const { layers } = styleFor(theme);
    expect(new Set(layers.map(({ id }) => id)).size).toBe(layers.length);
    const firstPinLayer = layers.findIndex(
      (layer) => "source" in layer && layer.source === pinsSource,
    );
    const others = layers.slice(firstPinLayer);
    expect(others.every((layer) => "source" in layer && layer.source === pinsSource)).toBe(true);
  });
});

test("place names are in the person's language where the archive has them", () => {
  expect(JSON.stringify(styleFor("light").layers)).toContain('["get","name:es"]');
});

test("a host's style with a glyph server lends the pins its own font", () => {
  const host = {
    ...styleFor("light"),
    glyphs: "https://tiles.example.org/{fontstack}/{range}.pbf",
  };
  host.layers = [
    {
      id: "towns",
      type: "symbol",
      source: "world",
      "source-layer": "places",
      layout: { "text-font": ["Open Sans Regular"] },
    },
  ];
  const { layers } = withPins(host, "http://localhost/tiles/pins/{z}/{x}/{y}", {
    theme: "light",
    kinds: [],
    fonts: ["Nunito Sans Variable"],
    andMore: (names) => names,
  });
  expect(JSON.stringify(layers)).toContain("Open Sans Regular");
  expect(JSON.stringify(layers)).not.toContain("Nunito");
});

describe("how sure we are shows in the shape of a pin, not in its colour alone", () => {
  const looks = themes.flatMap((theme) => {
    const look = (freshness: "fresh" | "ageing" | "stale" | "dormant") => {
      const { rimWidth, isDashed, fill } = pinPaint(freshness, "#c8452f", theme);
      return { rimWidth, isDashed, isFilled: fill === "#c8452f" };
    };
    return {
      fresh: look("fresh"),
      ageing: look("ageing"),
      stale: look("stale"),
      dormant: look("dormant"),
    };
  });

  test.each(looks)("$fresh, $ageing, $stale and $dormant differ", (look) => {
    expect(new Set(Object.values(look).map((shape) => JSON.stringify(shape))).size).toBe(4);
    expect(look.stale.isDashed).toBe(true);
    expect(look.ageing.rimWidth).toBeGreaterThan(look.fresh.rimWidth);
  });

  test("a new pin looks like one that should be checked", () => {
    expect(pinPaint("new", "#c8452f", "light")).toEqual(pinPaint("ageing", "#c8452f", "light"));
  });
});

describe("the name of a pin's picture", () => {
  test.each(kindIds)("tells kind %s, freshness, opening and theme", (kind) => {
    const image = { theme: "dark", kind, freshness: "stale", isOpen: true };
    expect(parsePinImage(`pin:dark:${kind}:stale:open`)).toEqual(image);
    expect(parsePinImage(`pin:dark:${kind}:stale:`)).toEqual({ ...image, isOpen: false });
  });

  test.each([
    "",
    "marker-15",
    "pin:dusk:water:fresh:",
    "pin:light:water:rotten:",
    "pin:light::fresh:",
  ])("%j is not one", (name) => {
    expect(parsePinImage(name)).toBeNull();
  });
});

test("colours blend channel by channel", () => {
  expect(mix("#000000", "#ffffff", 0.5)).toBe("#808080");
  expect(mix("#c8452f", "#ffffff", 0)).toBe("#c8452f");
  expect(Object.keys(palettes.dark)).toEqual(Object.keys(palettes.light));
});
