import { radiusMetres } from "@/features/places/rules";
import type { PlaceRow } from "@/features/places/schema";
import { distanceMetres, type LngLat } from "@/lib/lng-lat";

/** Farther than this from its middle nobody says to live in a town. */
const farthestMetres = 30_000;
const bucketsToDegree = 2;
/** About 500 m: points in one such cell are in the same town. */
const cellsToDegree = 200;
const mostRemembered = 200_000;

const column = (degrees: number, toDegree: number) => Math.floor(degrees * toDegree);
const keyOf = (x: number, y: number) => x * 100_000 + y;

/** A town, and where the gazetteer knows the part of it by a name of its own, that name. */
export type Whereabouts = { town: PlaceRow; quarter: string | null };

/** So much larger than a place within it that the place is one of its quarters. */
const quarterShare = 2;

/**
 * Says in which of many towns a point is: the one whose middle is nearest in proportion to the
 * town's size. Chinatown, in the middle of San Francisco, is a quarter of San Francisco.
 */
export class TownFinder {
  private readonly buckets = new Map<number, PlaceRow[]>();
  private readonly remembered = new Map<number, Whereabouts | null>();

  constructor(towns: readonly PlaceRow[]) {
    for (const town of towns) {
      const key = keyOf(column(town.lng, bucketsToDegree), column(town.lat, bucketsToDegree));
      const bucket = this.buckets.get(key);
      if (bucket) bucket.push(town);
      else this.buckets.set(key, [town]);
    }
  }

  townAt({ lng, lat }: LngLat): Whereabouts | null {
    const [x, y] = [column(lng, cellsToDegree), column(lat, cellsToDegree)];
    const key = keyOf(x, y);
    const known = this.remembered.get(key);
    if (known !== undefined) return known;
    if (this.remembered.size === mostRemembered) this.remembered.clear();
    const middle = { lng: (x + 0.5) / cellsToDegree, lat: (y + 0.5) / cellsToDegree };
    const nearest = this.least(middle, (town, metres) =>
      metres > farthestMetres ? null : metres / radiusMetres(town),
    );
    const found = nearest && this.whereabouts(nearest);
    this.remembered.set(key, found);
    return found;
  }

  private whereabouts(place: PlaceRow): Whereabouts {
    const around = this.least(place, (town, metres) => {
      const isAround =
        metres < radiusMetres(town) && town.population >= quarterShare * place.population;
      const isSame = town.country === place.country && town.region === place.region;
      return isAround && isSame ? -town.population : null;
    });
    return around ? { town: around, quarter: place.name } : { town: place, quarter: null };
  }

  /** The town with the smallest score among those around a point; null is no score. */
  private least(
    point: LngLat,
    scoreOf: (town: PlaceRow, metres: number) => number | null,
  ): PlaceRow | null {
    let best: PlaceRow | null = null;
    let bestScore = Number.POSITIVE_INFINITY;
    for (const town of this.around(point)) {
      const score = scoreOf(town, distanceMetres(point, town));
      if (score === null || score >= bestScore) continue;
      best = town;
      bestScore = score;
    }
    return best;
  }

  private around({ lng, lat }: LngLat): PlaceRow[] {
    const [x, y] = [column(lng, bucketsToDegree), column(lat, bucketsToDegree)];
    const near = [-1, 0, 1];
    return near.flatMap((east) =>
      near.flatMap((north) => this.buckets.get(keyOf(x + east, y + north)) ?? []),
    );
  }
}
