import { useTranslations } from "next-intl";
import { Link } from "@/components/ui/link";
import { Tag } from "@/components/ui/tag";
import { KindIcon } from "@/features/kinds/components/kind-icon";
import { kindOf } from "@/features/kinds/index";
import { decidingFacts, factWords, isBarrier } from "@/features/kinds/rules";
import type { Field, Kind } from "@/features/kinds/schema";
import { walkingMinutes } from "@/features/pins/detail/way/rules";
import { ExceptionWords } from "@/features/pins/hours/exceptions/components/exception-words";
import { moveOn, nextExceptions } from "@/features/pins/hours/exceptions/rules";
import type { PinSummary } from "@/features/pins/schema";
import { formatDistance } from "@/lib/i18n/format";
import type { Reader } from "@/lib/i18n/locale";
import { dateAt } from "@/lib/time-zone";
import { OpeningLine } from "./opening-line";
import styles from "./pin-card.module.css";
import { SurenessLine } from "./sureness-line";

/** What a card says of one thing that was asked for; of a fact its field, so that nothing says it again. */
export type AskedWords = { field: Field | null; words: string };

/** What is known to keep people out, and what decides for the kind where nothing else has said it. */
function decidingOf(kind: Kind, { details }: PinSummary, asked: readonly AskedWords[]) {
  const facts = decidingFacts(kind, details).filter(
    (fact) => !asked.some(({ field }) => field === fact),
  );
  return {
    barriers: facts.filter((fact) => isBarrier(kind, fact, details)),
    others: facts.filter((fact) => !isBarrier(kind, fact, details)),
  };
}

/** One place in the list: what it is, how far, open until when, what decides, how sure we are. */
export function PinCard({
  pin,
  href,
  asked = [],
  isFromHere,
  now,
  reader,
}: {
  pin: PinSummary;
  href: string;
  /** What was asked for and is so, said before what usually decides. */
  asked?: readonly AskedWords[];
  /** The distance is the reader's own way, not one from a town's centre or a map's middle. */
  isFromHere: boolean;
  now: Date;
  reader: Reader;
}) {
  const t = useTranslations("pins");
  const kind = kindOf(pin.kind);
  const { barriers, others } = decidingOf(kind, pin, asked);
  const said = (facts: readonly Field[]) =>
    facts.flatMap((fact) => factWords(kind, fact, pin.details, reader.locale) ?? []);
  const [first, last] = asked.length === 0 ? [[...barriers, ...others], []] : [barriers, others];
  const { distanceMetres } = pin;
  const today = dateAt(now, pin.timeZone);
  const isMeasured = isFromHere && !moveOn(pin.exceptions, today);
  const walk = isMeasured && distanceMetres !== null ? walkingMinutes(distanceMetres) : null;
  const isUnsure = pin.freshness === "stale" || pin.freshness === "dormant";
  return (
    <article className={styles.card} data-pin-id={pin.id}>
      <KindIcon kind={kind} variant={isUnsure ? "dashed" : "solid"} />
      <div className={styles.body}>
        <h2 className={styles.name}>
          <Link href={href}>{pin.name}</Link>
        </h2>
        {pin.distanceMetres !== null && (
          <p className={styles.distance}>{formatDistance(pin.distanceMetres, reader)}</p>
        )}
        <p className={styles.kind}>
          {kind.words[reader.locale].one}
          {pin.street && ` · ${pin.street}`}
        </p>
        {pin.isSample && (
          <p className={styles.sample}>
            <Tag>{t("sample")}</Tag>
          </p>
        )}
        <p className={styles.when}>
          <OpeningLine pin={pin} now={now} reader={reader} walkMinutes={walk} />
          {said(first).map((words) => ` · ${words}`)}
        </p>
        {nextExceptions(pin.exceptions, today).map((exception) => (
          <p key={exception.effect}>
            <Tag tone="warn">
              <ExceptionWords exception={exception} today={today} reader={reader} />
            </Tag>
          </p>
        ))}
        {asked.map(({ words }) => (
          <p key={words} className={styles.asked}>
            {words}
          </p>
        ))}
        {last.length > 0 && <p>{said(last).join(" · ")}</p>}
        <p className={styles.sure}>
          <SurenessLine pin={pin} now={now} reader={reader} />
        </p>
        {pin.doubt && (
          <p>
            <Tag tone="warn">{t(`doubt.${pin.doubt}`)}</Tag>
          </p>
        )}
      </div>
    </article>
  );
}
