/** Follows `prefers-color-scheme`, as components/tokens.css does. */
export type Theme = "light" | "dark";

/** What the map draws with. `land` is `--map-land` of components/tokens.css: the two must agree. */
export const palettes = {
  light: {
    land: "#f3f0e7",
    water: "#c8dfe9",
    waterLine: "#b9d5e2",
    park: "#dcead3",
    wood: "#cfe1c3",
    pitch: "#cfe3c6",
    grass: "#e3ecd6",
    farmland: "#efecd8",
    wetland: "#d6e6dd",
    sand: "#f4e9cb",
    cemetery: "#dfe6d3",
    school: "#f1e8d6",
    hospital: "#f5e3da",
    industrial: "#ebe6da",
    building: "#e6dfcf",
    buildingLine: "#dbd2be",
    path: "#d6c9ae",
    rail: "#cdc6b7",
    road: "#ffffff",
    roadCasing: "#e0d8c6",
    highway: "#fbe6b8",
    highwayCasing: "#e5cd92",
    border: "#a89a80",
    label: "#33443d",
    labelSoft: "#5b6a63",
    labelPark: "#3d6b4a",
    halo: "#fbf7ef",
  },
  dark: {
    land: "#232b27",
    water: "#15303c",
    waterLine: "#1d3d4b",
    park: "#25392c",
    wood: "#223a2a",
    pitch: "#294030",
    grass: "#27342b",
    farmland: "#2b3029",
    wetland: "#20362f",
    sand: "#3a3628",
    cemetery: "#28342c",
    school: "#312f28",
    hospital: "#352c29",
    industrial: "#2a2f2b",
    building: "#2e3833",
    buildingLine: "#38433d",
    path: "#4a5249",
    rail: "#464e49",
    road: "#3b4640",
    roadCasing: "#1c2320",
    highway: "#5f573a",
    highwayCasing: "#1c2320",
    border: "#7c8378",
    label: "#e4e2d6",
    labelSoft: "#b0bab2",
    labelPark: "#9cc7a6",
    halo: "#1b221f",
  },
} as const;

export type Palette = Record<keyof (typeof palettes)["light"], string>;

/** A blend of two #rrggbb colours; `share` is how much of the second there is, 0 to 1. */
export function mix(first: string, second: string, share: number): string {
  const channels = [1, 3, 5].map((start) => {
    const from = Number.parseInt(first.slice(start, start + 2), 16);
    const to = Number.parseInt(second.slice(start, start + 2), 16);
    return Math.round(from + (to - from) * share)
      .toString(16)
      .padStart(2, "0");
  });
  return `#${channels.join("")}`;
}
