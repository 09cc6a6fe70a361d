"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { Button } from "@/components/ui/button";
import { Choice, ChoiceGroup, TextField } from "@/components/ui/field";
import { LocateIcon } from "@/components/ui/icons";
import { offeredResolutions, type ShownArea } from "@/features/places/cells/schema";
import styles from "./area-field.module.css";
import { AreaProvider } from "./area-state";
import { useArea } from "./use-area";

type AreaFieldProps = {
  /** What the server knows of the choice: as it was sent, looked up, or remembered from last time. */
  first: ShownArea | null;
  /** The area of the member's last request or offer. */
  last: ShownArea | null;
  /** What was typed as a place, and which size and answer were ticked. */
  values: Readonly<Record<string, string>>;
  /** The server asks whether it is the area of last time; the page may find so by itself. */
  asksAboutLast: boolean;
  /** The map, from the room above. */
  map: ReactNode;
};

/** How far across the sizes are, roughly: they differ a little from place to place. */
const usualKilometres = { 8: 1, 7: 3, 6: 7, 5: 18 } as const;

/**
 * Asks for an area, never for a place: by "near me", which stays in the page, by a tap on the map,
 * or by a suburb or postcode, which also works without JavaScript. The controls are `area.cell`,
 * `area.place`, `area.found` (the typed place that the cell stands for), `area.size` and `area.same`.
 */
export function AreaField({ first, last, values, asksAboutLast, map }: AreaFieldProps) {
  const t = useTranslations("requests.area");
  const { area, step, sizes, mayBeLast, choose, nearMe, takeLast, resize } = useArea(first, last);
  const [place, setPlace] = useState(values["area.place"] ?? "");
  const instead = (way: () => void) => () => {
    setPlace("");
    way();
  };
  const isAsServerHasIt = area?.cell === first?.cell;
  const asks = last !== null && (mayBeLast || (asksAboutLast && isAsServerHasIt));
  const offered = offeredResolutions.filter(
    (size) => size < 8 || sizes?.includes(8) || area?.resolution === 8,
  );
  return (
    <AreaProvider
      value={{ cell: area?.cell ?? null, choosePoint: (point) => instead(() => choose(point))() }}
    >
      <ChoiceGroup question={t("question")} hint={t("hint")}>
        <input type="hidden" name="area.cell" value={area?.cell ?? values["area.cell"] ?? ""} />
        <input
          type="hidden"
          name="area.found"
          value={isAsServerHasIt ? (values["area.found"] ?? "") : ""}
        />
        <div className={styles.chosen} role="status">
          <strong>{area ? t("chosen") : t("none")}</strong>
          {area && (
            <span>
              {t(area.name ? "about" : "aboutUnnamed", {
                name: area.name ?? "",
                kilometres: area.kilometres,
              })}
            </span>
          )}
          {area && last?.cell === area.cell && <span className={styles.soft}>{t("asBefore")}</span>}
          {step === "locating" && <span>{t("locating")}</span>}
          {step === "refused" && <span>{t("refused")}</span>}
          {step === "lost" && <span>{t("lost")}</span>}
          {step === "choose-again" && <span>{t("chooseAgain")}</span>}
        </div>
        {asks && last && (
          <ChoiceGroup
            question={t("same.question")}
            hint={t("same.hint", { name: last.name ?? "", kilometres: last.kilometres })}
          >
            <Choice
              name="area.same"
              value="same"
              label={t("same.yes")}
              defaultChecked={values["area.same"] === "same"}
            />
            <Choice
              name="area.same"
              value="new"
              label={t("same.no")}
              defaultChecked={values["area.same"] === "new"}
            />
          </ChoiceGroup>
        )}
        <div className={`${styles.ways} needs-script`}>
          <Button type="button" look="quiet" icon={<LocateIcon />} onClick={instead(nearMe)}>
            {t("nearMe")}
          </Button>
          {last && area?.cell !== last.cell && (
            <Button type="button" look="plain" onClick={instead(takeLast)}>
              {t("takeLast")}
            </Button>
          )}
        </div>
        <div className={styles.place}>
          <TextField
            name="area.place"
            label={t("place")}
            hint={t("placeHint")}
            value={place}
            onChange={(event) => setPlace(event.currentTarget.value)}
            maxLength={80}
            autoComplete="off"
          />
          <Button look="quiet" name="ask" value="place" formNoValidate>
            {t("lookUp")}
          </Button>
        </div>
        {map}
        <details className={styles.sizes}>
          <summary>{t("size.question")}</summary>
          <ChoiceGroup question={t("size.hint")}>
            {offered.map((size) => (
              <Choice
                key={`${size}-${area?.cell}`}
                name="area.size"
                value={size}
                label={t(`size.${size}`)}
                about={t("size.about", {
                  kilometres: area?.resolution === size ? area.kilometres : usualKilometres[size],
                })}
                defaultChecked={area?.resolution === size}
                onChange={() => resize(size)}
              />
            ))}
          </ChoiceGroup>
        </details>
      </ChoiceGroup>
    </AreaProvider>
  );
}
