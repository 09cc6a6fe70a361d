import { redirect, unstable_rethrow } from "next/navigation";
import { MapFocus } from "@/features/map/components/map-focus";
import { getViewer } from "@/features/members/guard";
import type { Viewer } from "@/features/members/schema";
import { PinsUnavailable } from "@/features/pins/components/pins-unavailable";
import { KindFilters, MoreFilters } from "@/features/pins/find/components/filters";
import { FindHeading } from "@/features/pins/find/components/find-heading";
import { NothingFound } from "@/features/pins/find/components/nothing-found";
import { PinList } from "@/features/pins/find/components/pin-list";
import { SearchBox } from "@/features/pins/find/components/search-box";
import { placeHref, WhichPlace } from "@/features/pins/find/components/which-place";
import { boundsOf, isPlaceName, meaningOf, usualRadius } from "@/features/pins/find/rules";
import {
  type Find,
  filterOf,
  findHref,
  findHrefWith,
  parseFind,
} from "@/features/pins/find/schema";
import { countPins, nearestPins, pinsInBox } from "@/features/pins/queries";
import { searchPlaces } from "@/features/places/queries";
import { now } from "@/lib/clock";
import type { Reader } from "@/lib/i18n/locale";
import { getReader } from "@/lib/i18n/reader";
import { logError } from "@/lib/log";

type FindPageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

const longestPlaceName = 100;

/** Everything the list says: looked up before anything is drawn, so its numbers are true. */
async function look(viewer: Viewer, find: Find, { units }: Reader) {
  const filter = filterOf(find);
  const radiusMetres = find.radiusMetres ?? usualRadius(units);
  const { near } = find;
  const area = near ? { near, radiusMetres } : {};
  const [count, { pins }] = await Promise.all([
    countPins(viewer, { ...area, filter }),
    near
      ? nearestPins(viewer, { near, radiusMetres, filter, limit: find.show })
      : pinsInBox(viewer, { filter, limit: find.show }),
  ]);
  const nearest =
    near && count === 0 ? await nearestPins(viewer, { near, filter, limit: 1 }) : undefined;
  const nearestMetres = nearest?.pins[0]?.distanceMetres ?? null;
  return { count, pins, radiusMetres, nearestMetres };
}

/** What the words in the box mean; the places that they may name. */
async function understand(viewer: Viewer, { words, near }: Find) {
  if (!words || words.length > longestPlaceName) return { meaning: meaningOf("", []), places: [] };
  const places = await searchPlaces(viewer, { words, near: near ?? undefined });
  return { meaning: meaningOf(words, places), places };
}

export default async function FindPage({ searchParams }: FindPageProps) {
  const [parameters, reader] = await Promise.all([searchParams, getReader()]);
  const asked = parseFind(parameters);
  // The box still says the name of the place that is already looked around.
  const find = isPlaceName(asked) ? { ...asked, words: "" } : asked;
  if (parameters.q === "" && find.place) redirect(findHrefWith(find, { near: null, place: "" }));
  try {
    const viewer = await getViewer();
    const { meaning, places } = await understand(viewer, find);
    if (meaning.type === "place") redirect(placeHref(meaning.place, find, reader));
    const { count, pins, radiusMetres, nearestMetres } = await look(viewer, find, reader);
    return (
      <>
        <SearchBox find={find} />
        {meaning.type === "several" && (
          <WhichPlace places={meaning.places} find={find} reader={reader} />
        )}
        <KindFilters find={find} locale={reader.locale} />
        <FindHeading
          find={find}
          count={count}
          radiusMetres={radiusMetres}
          reader={reader}
          isSecond={meaning.type === "several"}
        >
          <MoreFilters find={find} />
        </FindHeading>
        {count === 0 ? (
          <NothingFound find={find} nearestMetres={nearestMetres} places={places} reader={reader} />
        ) : (
          <PinList pins={pins} count={count} find={find} now={now()} reader={reader} />
        )}
        {!find.near && pins.length > 0 && <MapFocus bounds={boundsOf(pins)} />}
      </>
    );
  } catch (error) {
    unstable_rethrow(error);
    logError({ event: "list unavailable", route: "/" }, error);
    return (
      <>
        <SearchBox find={find} />
        <PinsUnavailable href={findHref(find)} />
      </>
    );
  }
}
