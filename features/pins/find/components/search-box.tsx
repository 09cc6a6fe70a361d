import Link from "next/link";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { CrossIcon, SearchIcon } from "@/components/ui/icons";
import { type Find, filterParameters, findHrefWith } from "@/features/pins/find/schema";
import { NearMe } from "./near-me";
import styles from "./search-box.module.css";

/** The filters that stay when another place or other words are looked for. */
function KeptFilters({ find }: { find: Find }) {
  const kept = {
    ...Object.fromEntries(filterParameters(find)),
    near: find.near ? `${find.near.lng},${find.near.lat}` : "",
    place: find.place,
    radius: find.radiusMetres === null ? "" : String(find.radiusMetres),
  };
  return Object.entries(kept).map(([name, value]) =>
    value ? <input key={name} type="hidden" name={name} value={value} /> : null,
  );
}

/** A town, a postcode or any words; a plain form, so it works before and without JavaScript. */
export function SearchBox({ find }: { find: Find }) {
  const t = useTranslations("find.search");
  const nowhere = findHrefWith(find, { near: null, place: "", radiusMetres: null, camera: "" });
  return (
    <search className={`${styles.search} not-printed`}>
      <form action="/" className={styles.form}>
        <KeptFilters find={find} />
        <input
          key={find.words || find.place}
          className={styles.input}
          type="search"
          name="q"
          defaultValue={find.words || find.place}
          maxLength={200}
          aria-label={t("label")}
          placeholder={t("placeholder")}
          autoComplete="off"
          enterKeyHint="search"
        />
        <Button className={styles.go} look="quiet" icon={<SearchIcon size={22} />}>
          <span className="hidden-text">{t("button")}</span>
        </Button>
      </form>
      <NearMe
        nowhere={nowhere}
        words={{ nearMe: t("nearMe"), locating: t("locating"), noPlace: t("noPlace") }}
      />
      {find.words && find.place && (
        <p className={styles.forget}>
          <Link href={nowhere} prefetch={false}>
            <CrossIcon size={16} /> {t("forget", { place: find.place })}
          </Link>
        </p>
      )}
    </search>
  );
}
