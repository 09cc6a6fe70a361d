import { useEffect, useState } from "react";
import styles from "./soft-progress.module.css";

export type SoftWords = { loading: string; offline: string };

/** Sooner than this nobody needs to be told. */
const tellMilliseconds = 1000;

/** That the next page is on its way: a thin line for eyes, a word for ears; or that it cannot come. */
export function SoftProgress({
  words,
  isOnTheWay,
  isOffline,
}: {
  words: SoftWords;
  isOnTheWay: boolean;
  isOffline: boolean;
}) {
  const [isLong, setLong] = useState(false);
  useEffect(() => {
    if (!isOnTheWay) return;
    const timer = setTimeout(() => setLong(true), tellMilliseconds);
    return () => {
      clearTimeout(timer);
      setLong(false);
    };
  }, [isOnTheWay]);
  return (
    <div className="not-printed">
      {isOnTheWay && <div className={styles.line} data-on-the-way="" />}
      <p className="hidden-text" role="status">
        {isLong && words.loading}
      </p>
      <p className={styles.offline} role="status">
        {isOffline && words.offline}
      </p>
    </div>
  );
}
