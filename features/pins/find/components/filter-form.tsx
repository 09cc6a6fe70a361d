import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Choice, ChoiceGroup, SelectField, TextField } from "@/components/ui/field";
import { languageName } from "@/features/kinds/languages/rules";
import { commonLanguages } from "@/features/kinds/languages/schema";
import { accessIds } from "@/features/kinds/schema";
import { isCountedAround } from "@/features/pins/find/parts/rules";
import { usualRadius } from "@/features/pins/find/rules";
import type { Find } from "@/features/pins/find/schema";
import { clockText, type WeekTime, weekdays } from "@/features/pins/schema";
import type { Reader } from "@/lib/i18n/locale";
import styles from "./filter-form.module.css";
import { useFilterWords, weekdayName } from "./filter-words";
import { ShortAddress } from "./short-address";

const freshSteps = [7, 30, 90, 365];
const usualTime = "12:00";

/** What the form does not ask stays as it is. */
function Kept({ find }: { find: Find }) {
  const kept = {
    q: find.words,
    near: find.near ? `${find.near.lng},${find.near.lat}` : "",
    place: find.place,
    radius: find.radiusMetres === null ? "" : String(find.radiusMetres),
    from: find.isMapMiddle ? "map" : "",
    kind: find.kinds.join(","),
    unknown: find.unknown.join(","),
    map: find.camera,
    posts: find.withPosts ? "shown" : "",
  };
  return Object.entries(kept).map(([name, value]) =>
    value ? <input key={name} type="hidden" name={name} value={value} /> : null,
  );
}

function When({ openAt, reader }: { openAt: Find["openAt"]; reader: Reader }) {
  const t = useTranslations("find.filters");
  const asked: Partial<WeekTime> = openAt === "now" || openAt === null ? {} : openAt;
  return (
    <div className={styles.pair}>
      <SelectField
        name="day"
        label={t("day")}
        defaultValue={openAt === "now" ? "now" : (asked.weekday ?? "")}
      >
        <option value="">{t("anyTime")}</option>
        <option value="now">{t("now")}</option>
        {weekdays.map((day) => (
          <option key={day} value={day}>
            {weekdayName(day, reader)}
          </option>
        ))}
      </SelectField>
      <TextField
        name="time"
        type="time"
        label={t("time")}
        defaultValue={asked.minutes === undefined ? usualTime : clockText(asked.minutes)}
      />
    </div>
  );
}

/** The common languages and those that are asked for, by their names in the reader's own. */
function Languages({ speaks, reader }: { speaks: Find["speaks"]; reader: Reader }) {
  const t = useTranslations("find.filters");
  const { locale } = reader;
  const codes = [...new Set([...speaks, ...commonLanguages])];
  const named = codes.map((code) => ({ code, name: languageName(code, locale) }));
  return (
    <details className={styles.languages} open={speaks.length > 0}>
      <summary>{t("languages")}</summary>
      <ChoiceGroup question={<span className="hidden-text">{t("languages")}</span>} isInline>
        {named
          .toSorted((a, b) => a.name.localeCompare(b.name, locale))
          .map(({ code, name }) => (
            <Choice
              key={code}
              type="checkbox"
              name="speaks"
              value={code}
              label={name}
              defaultChecked={speaks.includes(code)}
            />
          ))}
      </ChoiceGroup>
    </details>
  );
}

/** The filters that fewer people need: a form that asks by its address, with and without JavaScript. */
export function FilterForm({ find, reader }: { find: Find; reader: Reader }) {
  const t = useTranslations("find.filters");
  const words = useFilterWords(reader);
  const isCounted =
    find.near !== null && isCountedAround(find.radiusMetres ?? usualRadius(reader.units));
  return (
    <form action="/" data-soft="stay" className={styles.form}>
      <ShortAddress />
      <Kept find={find} />
      <When openAt={find.openAt} reader={reader} />
      <ChoiceGroup
        question={t("certain")}
        hint={t(isCounted ? "certainCounted" : "certainAbout")}
        isInline
      >
        {accessIds.map((id) => (
          <Choice
            key={id}
            type="checkbox"
            name="access"
            value={id}
            label={words.access(id)}
            defaultChecked={find.access.includes(id)}
          />
        ))}
      </ChoiceGroup>
      <Languages speaks={find.speaks} reader={reader} />
      <SelectField name="fresh" label={t("fresh")} defaultValue={find.freshDays ?? ""}>
        <option value="">{t("freshAny")}</option>
        {[...new Set([...freshSteps, ...(find.freshDays ? [find.freshDays] : [])])]
          .toSorted((a, b) => a - b)
          .map((days) => (
            <option key={days} value={days}>
              {t("freshDays", { count: days })}
            </option>
          ))}
      </SelectField>
      <Choice
        type="checkbox"
        name="dormant"
        value="shown"
        label={t("dormant")}
        defaultChecked={find.withDormant}
      />
      <Button className={styles.show}>{t("show")}</Button>
    </form>
  );
}
