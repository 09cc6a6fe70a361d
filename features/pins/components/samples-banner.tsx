import { useTranslations } from "next-intl";
import styles from "./samples-banner.module.css";

const command = "npm run admin remove-samples";

/** Says on every page that the pins are made up, and how a host takes them away. */
export function SamplesBanner() {
  const t = useTranslations("find");
  return (
    <p>
      {t.rich("samples", {
        code: () => (
          <code key="code" className={styles.command}>
            {command}
          </code>
        ),
      })}
    </p>
  );
}
