import { Button } from "@/components/ui/button";
import type { MapStep } from "@/features/map/components/use-pin-map";
import type { MapSettings } from "@/features/map/schema";
import styles from "./map-view.module.css";

type MapNoticeProps = { step: MapStep; words: MapSettings["words"]; onShow: () => void };

/** What stands in the map's place while it waits, or when it cannot be drawn. */
export function MapNotice({ step, words, onShow }: MapNoticeProps) {
  switch (step) {
    case "drawing":
      return null;
    case "waiting":
      return (
        <div className={`${styles.notice} ${styles.early}`}>
          <Button type="button" look="quiet" onClick={onShow}>
            {words.show}
          </Button>
        </div>
      );
    case "asking":
      return (
        <div className={styles.notice}>
          <p>{words.showAbout}</p>
          <Button type="button" look="quiet" onClick={onShow}>
            {words.show}
          </Button>
        </div>
      );
    case "away":
      return (
        <div className={styles.notice} data-map="away" role="status">
          <p>{words.away}</p>
          <Button type="button" look="quiet" onClick={onShow}>
            {words.tryAgain}
          </Button>
        </div>
      );
    case "failed":
      return (
        <p className={styles.notice} data-map="failed" role="status">
          {words.failed}
        </p>
      );
  }
}
