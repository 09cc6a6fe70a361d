import type { MapSettings } from "@/features/map/schema";
import styles from "./map-legend.module.css";

/** Says in words what the looks of pins mean; folded until asked for. */
export function MapLegend({
  words,
  withPosts = false,
  withDormant = false,
}: {
  words: MapSettings["words"];
  /** Requests and offers are on the map too. */
  withPosts?: boolean;
  /** What nobody has checked for very long was asked for too. */
  withDormant?: boolean;
}) {
  const lines = [
    { look: "fresh", text: words.legendFresh },
    { look: "light", text: words.legendLight },
    { look: "stale", text: words.legendStale },
    ...(withDormant ? [{ look: "dormant", text: words.legendDormant } as const] : []),
    { look: "open", text: words.legendOpen },
    { look: "cluster", text: words.legendCluster },
    ...(withPosts ? [{ look: "hexagon", text: words.legendPosts } as const] : []),
  ] as const;
  return (
    <details className={styles.legend}>
      <summary>{words.legend}</summary>
      <ul>
        {lines.map(({ look, text }) => (
          <li key={look}>
            <span aria-hidden="true" className={`${styles.sample} ${styles[look]}`} />
            {text}
          </li>
        ))}
      </ul>
    </details>
  );
}
