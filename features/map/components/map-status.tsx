import { Button } from "@/components/ui/button";
import { type MapSettings, mapWords, namesPlaceholder } from "@/features/map/schema";
import styles from "./map-controls.module.css";

type MapStatusProps = {
  settings: MapSettings;
  hasTrouble: boolean;
  /** Names of filters, with commas between them. */
  ignored: string;
  onTryAgain: () => void;
};

/** One quiet line over the drawn map: what is missing on it, or which filters it leaves out. */
export function MapStatus({ settings, hasTrouble, ignored, onTryAgain }: MapStatusProps) {
  const { words } = settings;
  return (
    <div className={styles.status} role="status">
      {hasTrouble && (
        <>
          <p>{words.troubles}</p>
          <Button type="button" look="quiet" onClick={onTryAgain}>
            {words.tryAgain}
          </Button>
        </>
      )}
      {!hasTrouble && ignored && (
        <p>{words.ignores.replace(namesPlaceholder, namesOf(ignored, settings))}</p>
      )}
    </div>
  );
}

function namesOf(ignored: string, { words, locale }: MapSettings): string {
  const filters = ignored.split(",").map((filter) => `ignored.${filter}`);
  const names = mapWords.filter((word) => filters.includes(word)).map((word) => words[word]);
  return new Intl.ListFormat(locale).format(names);
}
