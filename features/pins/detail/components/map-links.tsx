import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button";
import { PlaceIcon } from "@/components/ui/icons";
import { type Located, mapLinks } from "@/features/pins/detail/rules";
import styles from "./map-links.module.css";

/** Ways to the person's own maps; nothing is loaded from any of them, or told to them, before that. */
export function MapLinks({ to, label }: { to: Located; label?: string }) {
  const t = useTranslations("pins.detail.maps");
  return (
    <ul className={`${styles.maps} not-printed`} aria-label={label ?? t("label")}>
      {mapLinks(to).map(({ app, href }) => (
        <li key={app} className={styles[app]}>
          {app === "device" ? (
            <ButtonLink look="quiet" href={href} icon={<PlaceIcon />}>
              {t(app)}
            </ButtonLink>
          ) : (
            <a href={href} rel="noreferrer">
              {t(app)}
            </a>
          )}
        </li>
      ))}
    </ul>
  );
}
