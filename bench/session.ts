import { type LngLat, tileAt } from "@/lib/lng-lat";
import { type Dice, drawByWeight } from "./dice";
import type { Person } from "./people";

export type Tile = { z: number; x: number; y: number };

const lastZoom = 16;
const viewsOfSession = 12;
/** Half the width and height of a screen in tiles, which are 512 pixels wide. */
const phone = { across: 0.38, up: 0.82 };
const desk = { across: 1.25, up: 0.78 };

type View = LngLat & { zoom: number };

/** The tiles that a screen shows, the world's edge aside. */
function tilesOf({ lng, lat, zoom }: View, { across, up }: typeof phone): Tile[] {
  const most = 2 ** zoom - 1;
  const { x, y } = tileAt(zoom, { lng, lat });
  const span = (middle: number, half: number) => {
    const from = Math.max(0, Math.floor(middle + 0.5 - half));
    const to = Math.min(most, Math.floor(middle + 0.5 + half));
    return Array.from({ length: to - from + 1 }, (_, step) => from + step);
  };
  return span(x, across).flatMap((column) =>
    span(y, up).map((row) => ({ z: zoom, x: column, y: row })),
  );
}

const clamp = (value: number, from: number, to: number) => Math.min(to, Math.max(from, value));

/** What people do next: mostly look beside, or nearer, or wider; rarely at half a continent. */
function nextView(view: View, deed: "pan" | "in" | "out" | "far", roll: Dice): View {
  const screen = 360 / 2 ** view.zoom;
  switch (deed) {
    case "pan":
      return {
        ...view,
        lng: clamp(view.lng + (roll() - 0.5) * 1.6 * screen, -180, 180),
        lat: clamp(view.lat + (roll() - 0.5) * screen, -84, 84),
      };
    case "in":
      return { ...view, zoom: Math.min(lastZoom, view.zoom + 1) };
    case "out":
      return { ...view, zoom: Math.max(0, view.zoom - 1) };
    case "far":
      return { ...view, zoom: Math.floor(roll() * 6) };
  }
}

/**
 * The tiles that map sessions ask for, in their order, each once a session, since a browser keeps
 * them. A session starts at somebody's home at zoom 11, 12 or 13, on a phone or, three times in
 * ten, on a desk, and has twelve views: of ten steps five go beside, two nearer, two wider, and now
 * and then one shows half a continent.
 */
export function tilesOfSessions(count: number, nextPerson: () => Person, roll: Dice): Tile[] {
  const deeds = [["pan", 50] as const, ["in", 24] as const, ["out", 20] as const];
  const nextDeed = drawByWeight([...deeds, ["far", 6] as const], ([, weight]) => weight, roll);
  return Array.from({ length: count }).flatMap(() => {
    const { lng, lat } = nextPerson();
    const screen = roll() < 0.7 ? phone : desk;
    let view: View = { lng, lat, zoom: 11 + Math.floor(roll() * 3) };
    const seen = new Map<string, Tile>();
    for (let step = 0; step < viewsOfSession; step++) {
      for (const tile of tilesOf(view, screen)) seen.set(Object.values(tile).join("/"), tile);
      view = nextView(view, nextDeed()[0], roll);
    }
    return [...seen.values()];
  });
}

/** The tiles that hold these places, at every zoom. */
export const tilesAt = (places: readonly LngLat[]): Tile[] =>
  places.flatMap((place) => Array.from({ length: lastZoom + 1 }, (_, zoom) => tileAt(zoom, place)));
