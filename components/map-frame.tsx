import type { ReactNode } from "react";
import styles from "./map-frame.module.css";
import { SheetHandle, type SheetWords } from "./sheet-handle";

/**
 * List and map side by side; on a phone the map on top and the list as a sheet over it. The page
 * itself scrolls, so the sheet moves and the list reads without JavaScript too.
 */
export function MapFrame({
  map,
  mapLabel,
  isMapAsked = false,
  words,
  mapParameters,
  children,
}: {
  map: ReactNode;
  /** The map waits until somebody asks for it: until then it takes little room. */
  isMapAsked?: boolean;
  /** What screen readers call the part of the page with the map. */
  mapLabel: string;
  words: SheetWords;
  /** What in the address is about the map alone. */
  mapParameters: readonly string[];
  children: ReactNode;
}) {
  return (
    <div className={styles.frame} id="map-frame" data-map-asked={isMapAsked || undefined}>
      <section aria-label={mapLabel} className={`${styles.map} needs-script not-printed`}>
        {map}
      </section>
      <div className={styles.sheet}>
        <SheetHandle words={words} frameId="map-frame" mapParameters={mapParameters} />
        <main id="main" className={styles.list} tabIndex={-1}>
          {children}
        </main>
      </div>
    </div>
  );
}
