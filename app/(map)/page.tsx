import type { Metadata } from "next";
import { redirect, unstable_rethrow } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { MapFocus } from "@/features/map/components/map-focus";
import { getViewer } from "@/features/members/guard";
import type { Viewer } from "@/features/members/schema";
import { PinsUnavailable } from "@/features/pins/components/pins-unavailable";
import { ActiveFilters } from "@/features/pins/find/components/active-filters";
import { KindFilters, MoreFilters } from "@/features/pins/find/components/filters";
import { FindHeading } from "@/features/pins/find/components/find-heading";
import { Heard } from "@/features/pins/find/components/heard";
import { NotKnown } from "@/features/pins/find/components/left-out";
import { NothingFound } from "@/features/pins/find/components/nothing-found";
import { PinList } from "@/features/pins/find/components/pin-list";
import { SearchBox } from "@/features/pins/find/components/search-box";
import { WhichPlace } from "@/features/pins/find/components/which-place";
import { countFound } from "@/features/pins/find/counting/queries";
import { nearestBeyond } from "@/features/pins/find/farther/queries";
import { understand } from "@/features/pins/find/meaning/queries";
import { leftOutAround } from "@/features/pins/find/parts/queries";
import { hidesUnknown } from "@/features/pins/find/parts/rules";
import {
  boundsOf,
  isPlaceName,
  isUnread,
  meaningHref,
  usualRadius,
  withHeard,
} from "@/features/pins/find/rules";
import {
  type Find,
  filterOf,
  findHref,
  findHrefWith,
  isFromForm,
  parseFind,
} from "@/features/pins/find/schema";
import { searchTitle } from "@/features/pins/find/title/rules";
import { nearestPins, pinsInBox } from "@/features/pins/queries";
import { AskInstead } from "@/features/requests/components/ask-instead";
import { now } from "@/lib/clock";
import type { Reader } from "@/lib/i18n/locale";
import { getReader } from "@/lib/i18n/reader";
import { logError } from "@/lib/log";

type FindPageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** What was looked for and where, in the tab and the history; never a point. */
export async function generateMetadata({ searchParams }: FindPageProps): Promise<Metadata> {
  const [parameters, { locale }, t] = await Promise.all([
    searchParams,
    getReader(),
    getTranslations("find.title"),
  ]);
  const asked = searchTitle(parseFind(parameters), locale);
  if (!asked) return {};
  const { what: sought, where } = asked;
  const what =
    sought.type === "words"
      ? t("words", { words: sought.words })
      : sought.type === "kinds"
        ? sought.names
        : t("places");
  if (where.type === "anywhere") return { title: what };
  return {
    title: where.type === "place" ? t("near", { what, place: where.place }) : t("nearby", { what }),
  };
}

/** Everything the list says: looked up before anything is drawn, so its numbers are true. */
async function look(viewer: Viewer, find: Find, { units }: Reader) {
  const filter = filterOf(find);
  const radiusMetres = find.radiusMetres ?? usualRadius(units);
  const { near } = find;
  const area = near ? { near, radiusMetres } : {};
  const tally = () => (near ? leftOutAround(viewer, { near, radiusMetres }, filter) : []);
  const [{ count, isMore }, notKnown, { pins }] = await Promise.all([
    countFound(viewer, area, filter),
    hidesUnknown(filter) ? tally() : [],
    near
      ? nearestPins(viewer, { near, radiusMetres, filter, limit: find.show })
      : pinsInBox(viewer, { filter, limit: find.show }),
  ]);
  const nextMetres = near && (await nearestBeyond(viewer, { near, radiusMetres }, filter, count));
  const leftOut = count === 0 && notKnown.length === 0 ? await tally() : notKnown;
  return { count, isMore, pins, radiusMetres, nextMetres, leftOut };
}

export default async function FindPage({ searchParams }: FindPageProps) {
  const [parameters, reader, t] = await Promise.all([
    searchParams,
    getReader(),
    getTranslations("find.address"),
  ]);
  const asked = parseFind(parameters);
  // The box still says the name of the place that is already looked around.
  const find = isPlaceName(asked) ? { ...asked, words: "" } : asked;
  if (isFromForm(parameters)) redirect(findHref(find));
  if (parameters.q === "" && find.place) redirect(findHrefWith(find, { near: null, place: "" }));
  try {
    const viewer = await getViewer();
    const { meaning, alternatives, heard } = await understand(viewer, find);
    const wanted = withHeard(find, heard);
    const elsewhere = meaningHref(meaning, wanted, reader, (said) => t("nearNumber", said));
    if (elsewhere) redirect(elsewhere);
    // Which place is meant is still to be said.
    const undecided = meaning.type === "several" ? meaning : null;
    const found = await look(viewer, find, reader);
    const { count, isMore, pins, radiusMetres, nextMetres, leftOut } = found;
    return (
      <>
        <SearchBox find={find} reader={reader} />
        {undecided && <WhichPlace places={undecided.places} find={find} reader={reader} />}
        <KindFilters find={find} locale={reader.locale} />
        <Heard find={find} isTooLong={isUnread(parameters.q, asked)} reader={reader} />
        <FindHeading
          find={find}
          count={count}
          isMore={isMore}
          radiusMetres={radiusMetres}
          reader={reader}
          isSecond={undecided !== null}
        >
          <MoreFilters find={find} reader={reader} />
          <ActiveFilters find={find} reader={reader} />
        </FindHeading>
        {count === 0 ? (
          // Whoever has yet to choose has a better way above.
          undecided === null && (
            <NothingFound
              find={find}
              nearestMetres={nextMetres}
              alternatives={alternatives}
              leftOut={leftOut}
              reader={reader}
            />
          )
        ) : (
          <PinList
            pins={pins}
            count={isMore ? count + 1 : count}
            reach={find.near && { radiusMetres, count, nextMetres }}
            find={find}
            now={now()}
            reader={reader}
          />
        )}
        <NotKnown find={find} leftOut={leftOut} reader={reader} />
        <AskInstead />
        {!find.near && pins.length > 0 && <MapFocus bounds={boundsOf(pins)} />}
      </>
    );
  } catch (error) {
    unstable_rethrow(error);
    logError({ event: "list unavailable", route: "/" }, error);
    return (
      <>
        <SearchBox find={find} reader={reader} />
        <PinsUnavailable href={findHref(find)} />
      </>
    );
  }
}
