/** What in a free text would tell more of somebody than their area. */
export const findingTypes = [
  "phone",
  "email",
  "house-number",
  "coordinates",
  "plus-code",
  "what3words",
] as const;

/** `text` is the very piece that was found, to show it to its author. */
export type Finding = { type: (typeof findingTypes)[number]; text: string };
