/** What a way on foot is longer than the straight line, in a town with streets. */
const detour = 1.3;
/** 4.5 km/h: a grown-up with bags, not a jogger. */
const walkedMetresPerMinute = 75;
/** Farther than this people take something with wheels, and the number would only discourage. */
const longestWalkMinutes = 90;

/** About how many minutes on foot, in steps that people say; null where hardly anyone would walk. */
export function walkingMinutes(straightMetres: number): number | null {
  const minutes = (straightMetres * detour) / walkedMetresPerMinute;
  if (minutes > longestWalkMinutes) return null;
  return minutes <= 20 ? Math.max(1, Math.round(minutes)) : Math.round(minutes / 5) * 5;
}
