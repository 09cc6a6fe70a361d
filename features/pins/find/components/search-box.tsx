import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { CrossIcon, SearchIcon } from "@/components/ui/icons";
import { Link } from "@/components/ui/link";
import { askedOf, type Find, filterParameters, findHrefWith } from "@/features/pins/find/schema";
import { type Reader, tagOf } from "@/lib/i18n/locale";
import { NearMe } from "./near-me";
import styles from "./search-box.module.css";
import { SearchField } from "./search-field";

/** The filters that stay when another place or other words are looked for. */
function KeptFilters({ find }: { find: Find }) {
  const kept = {
    ...Object.fromEntries(filterParameters(find)),
    near: find.near ? `${find.near.lng},${find.near.lat}` : "",
    place: find.place,
    radius: find.radiusMetres === null ? "" : String(find.radiusMetres),
    from: find.isMapMiddle ? "map" : "",
    posts: find.withPosts ? "shown" : "",
  };
  return Object.entries(kept).map(([name, value]) =>
    value ? <input key={name} type="hidden" name={name} value={value} /> : null,
  );
}

/** Suggestions are no more than this many. */
const mostSuggestions = 8;

/** A place, an address, a need or a name; a plain form, so it works before and without JavaScript. */
export function SearchBox({ find, reader }: { find: Find; reader: Reader }) {
  const t = useTranslations("find.search");
  const address = useTranslations("find.address");
  const filters = useTranslations("find.filters");
  const noWords = { words: "", said: "", left: "" };
  const noPlace = { near: null, place: "", radiusMetres: null, camera: "" };
  const nowhere = findHrefWith(find, noPlace);
  const value = find.words || find.place;
  return (
    <search className={`${styles.search} not-printed`}>
      <form action="/" className={styles.form}>
        <KeptFilters find={find} />
        <SearchField
          key={value}
          value={value}
          lang={tagOf(reader)}
          bases={{
            here: findHrefWith(find, noWords),
            anywhere: findHrefWith(find, { ...noWords, ...noPlace }),
            behindPin: askedOf(find),
          }}
          words={{
            label: t("label"),
            placeholder: t("placeholder"),
            clear: t("clear"),
            suggestions: t("suggestions"),
            recent: t("recent"),
            forgetRecent: t("forgetRecent"),
            removeRecent: t("removeRecent"),
            credit: t("credit"),
            openNow: filters("openNow"),
            nearNumber: address("nearNumber", { street: "{street}", number: "{number}" }),
            counts: Array.from({ length: mostSuggestions + 1 }, (_, count) =>
              t("count", { count }),
            ),
          }}
        />
        <Button className={styles.go} look="quiet" icon={<SearchIcon size={22} />}>
          <span className="hidden-text">{t("button")}</span>
        </Button>
      </form>
      <NearMe
        nowhere={nowhere}
        words={{
          nearMe: t("nearMe"),
          locating: t("locating"),
          noPlace: t("noPlace"),
          asked: t("nearMeAsked"),
        }}
      />
      {find.words && find.place && (
        <p className={styles.forget}>
          <Link href={nowhere}>
            <CrossIcon size={16} /> {t("forget", { place: find.place })}
          </Link>
        </p>
      )}
    </search>
  );
}
