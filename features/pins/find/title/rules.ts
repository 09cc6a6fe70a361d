import { kindOf } from "@/features/kinds/index";
import type { Find } from "@/features/pins/find/schema";
import type { Locale } from "@/lib/i18n/locale";
import { beginningOf } from "@/lib/text";

/** What a search looked for and where, for the title of its page. */
export type SearchTitle = {
  what: { type: "words"; words: string } | { type: "kinds"; names: string } | { type: "places" };
  /** Around a place with a name, around a point without one, or nowhere in particular. */
  where: { type: "place"; place: string } | { type: "point" } | { type: "anywhere" };
};

const mostCharacters = 60;
const mostKinds = 3;

/** Decimal degrees, degrees with their sign, and plus codes: what names a point. */
const namesPoint = /\d[.,]\d{3}|\d\s*[°º]|\b[2-9CFGHJMPQRVWX]{4,8}\+[2-9CFGHJMPQRVWX]{2,3}\b/iu;

/** Short enough for a tab, and nothing where it would tell a point: titles lie in histories. */
function shown(text: string): string {
  if (namesPoint.test(text)) return "";
  const beginning = beginningOf(text, mostCharacters);
  return beginning === text ? text : `${beginning.trimEnd()}…`;
}

function whatOf({ words, kinds }: Find, locale: Locale): SearchTitle["what"] {
  const said = shown(words);
  if (said) return { type: "words", words: said };
  if (kinds.length === 0 || kinds.length > mostKinds) return { type: "places" };
  const names = kinds.map((id) => kindOf(id).words[locale].many);
  return { type: "kinds", names: new Intl.ListFormat(locale).format(names) };
}

/** Null where nothing is asked: the page then has the product's own title. */
export function searchTitle(find: Find, locale: Locale): SearchTitle | null {
  const what = whatOf(find, locale);
  const place = shown(find.place);
  if (!find.near) return what.type === "places" ? null : { what, where: { type: "anywhere" } };
  return { what, where: place ? { type: "place", place } : { type: "point" } };
}
