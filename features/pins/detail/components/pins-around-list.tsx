import { useTranslations } from "next-intl";
import { Link } from "@/components/ui/link";
import { KindIcon } from "@/features/kinds/components/kind-icon";
import { kindOf } from "@/features/kinds/index";
import { OpeningLine } from "@/features/pins/components/opening-line";
import { PinPart } from "@/features/pins/components/pin-part";
import type { PinSummary } from "@/features/pins/schema";
import { formatDistance } from "@/lib/i18n/format";
import type { Reader } from "@/lib/i18n/locale";
import styles from "./pins-around-list.module.css";

/** The nearest other places, of every kind: where to go when this one is shut. */
export function PinsAroundList({
  pins,
  asked,
  now,
  reader,
}: {
  pins: readonly PinSummary[];
  /** What the list asked for, as a query string: each link keeps it. */
  asked: string;
  now: Date;
  reader: Reader;
}) {
  const t = useTranslations("pins.detail");
  if (pins.length === 0) return null;
  return (
    <div className="not-printed">
      <PinPart title={t("around")}>
        <ul className={styles.list}>
          {pins.map((pin) => (
            <li key={pin.id} data-pin-id={pin.id}>
              <KindIcon kind={kindOf(pin.kind)} />
              <div>
                <Link className={styles.name} href={`/pins/${pin.id}${asked}`}>
                  <bdi>{pin.name}</bdi>
                </Link>
                <p className={styles.about}>
                  {kindOf(pin.kind).words[reader.locale].one} ·{" "}
                  {formatDistance(pin.distanceMetres ?? 0, reader)}
                </p>
                <p className={styles.about}>
                  <OpeningLine pin={pin} now={now} reader={reader} />
                </p>
              </div>
            </li>
          ))}
        </ul>
      </PinPart>
    </div>
  );
}
