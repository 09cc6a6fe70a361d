import { Button } from "@/components/ui/button";
import type { MapStep } from "@/features/map/components/use-pin-map";
import type { MapSettings } from "@/features/map/schema";
import styles from "./map-view.module.css";

type MapNoticeProps = { step: MapStep; words: MapSettings["words"]; onShow: () => void };

/** What stands in the map's place while it waits for a yes, or when it cannot be drawn. */
export function MapNotice({ step, words, onShow }: MapNoticeProps) {
  switch (step) {
    case "waiting":
    case "drawing":
      return null;
    case "asking":
      return (
        <div className={styles.notice}>
          <p>{words.showAbout}</p>
          <Button type="button" onClick={onShow}>
            {words.show}
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
