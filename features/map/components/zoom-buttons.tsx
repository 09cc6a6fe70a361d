import { MinusIcon, PlusIcon } from "@/components/ui/icons";
import type { MapSettings } from "@/features/map/schema";
import styles from "./map-controls.module.css";

type ZoomButtonsProps = { words: MapSettings["words"]; onZoom: (steps: 1 | -1) => void };

export function ZoomButtons({ words, onZoom }: ZoomButtonsProps) {
  return (
    <div className={styles.zoom}>
      <button
        type="button"
        aria-label={words.zoomIn}
        title={words.zoomIn}
        onClick={() => onZoom(1)}
      >
        <PlusIcon />
      </button>
      <button
        type="button"
        aria-label={words.zoomOut}
        title={words.zoomOut}
        onClick={() => onZoom(-1)}
      >
        <MinusIcon />
      </button>
    </div>
  );
}
