import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { kilometresAcross } from "@/features/places/cells/rules";
import type { ReadLine, ReadPost } from "@/features/requests/schema";
import { formatDay } from "@/lib/i18n/format";
import type { Reader } from "@/lib/i18n/locale";
import styles from "./post-words.module.css";

type Props = {
  post: ReadPost;
  /** The nearest town to the area, as coarse as the area itself. */
  areaName: string | null;
  reader: Reader;
};

/** One line, with how much it matters in the asker's own weighing. */
function Line({ line }: { line: ReadLine }) {
  const t = useTranslations("requests");
  const { what, size, brand, diet = [], language, note, quantity, strength } = line;
  const named = [what, size, brand].filter(Boolean).join(", ");
  const more = [...diet.map((id) => t(`form.lines.diets.${id}`)), language, note].filter(Boolean);
  return (
    <li>
      <p className={styles.what}>
        <bdi>
          {strength === "please-not" ? named : t("choosing.line", { quantity, what: named })}
        </bdi>
      </p>
      {more.length > 0 && <p className={styles.note}>{more.join(" · ")}</p>}
    </li>
  );
}

const strengths = ["must", "would-like", "please-not"] as const;

function Fact({ name, children }: { name: ReactNode; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** When, how and how far: whatever of it was said. */
function Facts({ post, areaName, reader }: Props) {
  const t = useTranslations("requests");
  const { words, neededBy, cell } = post;
  const { urgency, handover, handoverNote, language, ride, offer, giveBack } = words;
  const kilometres = kilometresAcross(cell);
  const ways = [...handover.map((id) => t(`form.handover.${id}`)), handoverNote].filter(Boolean);
  return (
    <dl className={styles.facts}>
      <Fact name={t("post.area")}>
        {areaName
          ? t("area.about", { name: areaName, kilometres })
          : t("area.aboutUnnamed", { kilometres })}
      </Fact>
      {neededBy && (
        <Fact name={t("form.neededBy")}>
          {formatDay(new Date(`${neededBy}T00:00:00Z`), "UTC", reader)}
        </Fact>
      )}
      {urgency && <Fact name={t("post.urgency")}>{urgency}</Fact>}
      {ride && (
        <Fact name={t("form.ride.question")}>
          {[ride.toWords, ride.when, t(`form.ride.repeat.${ride.repeats}`)]
            .filter(Boolean)
            .join(" · ")}
        </Fact>
      )}
      {offer && (
        <Fact name={t("form.offer.question")}>
          {[
            offer.when,
            t(`form.offer.often.${offer.howOften}`),
            t(`form.offer.reaches.${offer.reach}`),
          ]
            .filter(Boolean)
            .join(" · ")}
        </Fact>
      )}
      {giveBack && <Fact name={t("form.giveBack")}>{giveBack}</Fact>}
      {ways.length > 0 && <Fact name={t("form.handover.question")}>{ways.join(" · ")}</Fact>}
      {language && <Fact name={t("post.languages")}>{language}</Fact>}
    </dl>
  );
}

/** All that a request or an offer says, to who may read it. Never who it is from. */
export function PostWords({ post, areaName, reader }: Props) {
  const t = useTranslations("requests");
  return (
    <>
      {post.words.text && <p className={styles.text}>{post.words.text}</p>}
      {strengths.map((strength) => {
        const lines = post.lines.filter((line) => line.strength === strength);
        return (
          lines.length > 0 && (
            <section key={strength} className={styles.lines}>
              <h2>{t(`choosing.strength.${post.side}.${strength}`)}</h2>
              <ul>
                {lines.map((line) => (
                  <Line key={line.id} line={line} />
                ))}
              </ul>
            </section>
          )
        );
      })}
      <Facts post={post} areaName={areaName} reader={reader} />
    </>
  );
}
