import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button";
import { Link } from "@/components/ui/link";
import { formatMoment, formatWeekday } from "@/lib/i18n/format";
import type { Reader } from "@/lib/i18n/locale";
import { callOff } from "../actions";
import type { MeetingShown } from "../meeting/schema";
import { threadPath } from "../rules";
import type { ThreadShown } from "../schema";
import { AgreeForm } from "./agree-form";
import { PressForm } from "./press-form";
import styles from "./thread.module.css";

/** Where and when the two meet in public: proposed, agreed on, or not yet. */
export function MeetingPart({
  thread,
  meeting,
  reader,
}: {
  thread: ThreadShown;
  meeting: MeetingShown | null;
  reader: Reader;
}) {
  const t = useTranslations("requests.threads.meeting");
  const { id, otherName: name } = thread;
  const meet = `${threadPath(id)}/meet`;
  return (
    <section id="meeting" className={styles.part} aria-labelledby="meeting-title">
      <h2 id="meeting-title">{t("title")}</h2>
      {meeting ? <Proposal meeting={meeting} reader={reader} name={name} /> : <p>{t("about")}</p>}
      {meeting && !meeting.agreedAt && !meeting.isProposedByMe && (
        <AgreeForm threadId={id} proposedAt={meeting.proposedAt.toISOString()} />
      )}
      <div className={styles.buttons}>
        {meeting?.agreedAt && (
          <ButtonLink look="quiet" href={`${threadPath(id)}/meeting`} download="meeting.ics">
            {t("calendar")}
          </ButtonLink>
        )}
        <ButtonLink look={meeting ? "plain" : "quiet"} href={meet}>
          {t(meeting ? "other" : "choose")}
        </ButtonLink>
        {meeting && (
          <PressForm action={callOff} threadId={id} look="plain">
            {t("cancel")}
          </PressForm>
        )}
      </div>
    </section>
  );
}

function Proposal({
  meeting: { pinId, pinName, address, at, timeZone, agreedAt, isProposedByMe, isOpenThen },
  reader,
  name,
}: {
  meeting: MeetingShown;
  reader: Reader;
  name: string;
}) {
  const t = useTranslations("requests.threads.meeting");
  const said = agreedAt ? "agreed" : isProposedByMe ? "proposedByYou" : "proposedByThem";
  return (
    <>
      <p>{t(said, { name })}</p>
      <p className={styles.said}>
        <Link href={`/pins/${pinId}`}>
          <bdi>{pinName}</bdi>
        </Link>
        {address && (
          <>
            <br />
            {address}
          </>
        )}
        <br />
        <time dateTime={at.toISOString()}>
          {formatWeekday(at, timeZone, reader)}, {formatMoment(at, timeZone, reader)}
        </time>
      </p>
      <p className={styles.note}>
        {t(isOpenThen === null ? "hoursUnknown" : isOpenThen ? "openThen" : "shutThen")}
      </p>
    </>
  );
}
