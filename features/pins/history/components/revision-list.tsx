import { useTranslations } from "next-intl";
import { Fragment } from "react";
import { kindOf } from "@/features/kinds/index";
import type { KindId } from "@/features/kinds/schema";
import { type Change, withChanges } from "@/features/pins/history/rules";
import { ExceptionWords } from "@/features/pins/hours/exceptions/components/exception-words";
import type { DayException } from "@/features/pins/hours/exceptions/schema";
import type { Revision } from "@/features/pins/schema";
import { formatDistance, formatMoment } from "@/lib/i18n/format";
import type { Reader } from "@/lib/i18n/locale";
import styles from "./revision-list.module.css";

type ListProps = {
  revisions: readonly Revision[];
  timeZone: string;
  source: string | null;
  reader: Reader;
};

/** Every change of a pin in words: what was done, by whom and when, field by field. */
export function RevisionList({ revisions, timeZone, source, reader }: ListProps) {
  const t = useTranslations("pins.history");
  const who = ({ action, by, at }: Revision) => {
    const moment = formatMoment(at, timeZone, reader);
    if (by) return t("by", { name: by.displayName, moment });
    if (action === "imported" && source) return t("bySource", { source, moment });
    return action === "status" ? moment : t("byNobody", { moment });
  };
  return (
    <ol className={styles.list} reversed>
      {withChanges(revisions).map(({ revision, changes }) => (
        <li key={revision.version}>
          <p className={styles.did}>
            <Deed revision={revision} />
          </p>
          <p className={styles.who}>{who(revision)}</p>
          {changes.length > 0 && (
            <ul className={styles.changes}>
              {changes.map((change) => (
                <li key={keyOf(change)}>
                  <ChangeWords change={change} kind={revision.snapshot.kind} reader={reader} />
                </li>
              ))}
            </ul>
          )}
        </li>
      ))}
    </ol>
  );
}

const keyOf = (change: Change) => {
  switch (change.type) {
    case "text":
      return change.field;
    case "detail":
      return change.fieldId;
    case "exceptions":
    case "moved":
      return change.type;
  }
};

function Deed({ revision: { action, snapshot } }: { revision: Revision }) {
  const t = useTranslations("pins.history");
  const { check, status } = snapshot;
  if (action === "status") return t(`statuses.${status}`);
  if (action !== "checked" || !check) return t(`did.${action}`);
  return check.change ? t(`changes.${check.change}`) : t(`check.${check.answer}`);
}

function ChangeWords({ change, kind, reader }: { change: Change; kind: KindId; reader: Reader }) {
  const t = useTranslations("pins.history");
  const form = useTranslations("pins.form");
  if (change.type === "moved") {
    return `${t("fields.place")}: ${t("moved", { distance: formatDistance(change.metres, reader) })}`;
  }
  if (change.type === "exceptions") {
    return (
      <>
        {t("fields.exceptions")}:{" "}
        <ins>
          <ExceptionList exceptions={change.after} reader={reader} />
        </ins>{" "}
        <span className={styles.before}>
          ({t("before")} <ExceptionList exceptions={change.before} reader={reader} />)
        </span>
      </>
    );
  }
  const field =
    change.type === "detail"
      ? kindOf(kind).fields.find(({ id }) => id === change.fieldId)
      : undefined;
  const label = change.type === "text" ? t(`fields.${change.field}`) : field?.words[reader.locale];
  const said = (value: string | null) => {
    if (value === null) return t("nothing");
    return field?.type === "fact" && (value === "yes" || value === "no") ? form(value) : value;
  };
  return (
    <>
      {label ?? keyOf(change)}: <ins>{said(change.after)}</ins>{" "}
      <span className={styles.before}>({t("from", { value: said(change.before) })})</span>
    </>
  );
}

/** Days not as usual, in one line, with their dates and notes; "nothing" where there are none. */
function ExceptionList({
  exceptions,
  reader,
}: {
  exceptions: readonly DayException[];
  reader: Reader;
}) {
  const t = useTranslations("pins.history");
  if (exceptions.length === 0) return t("nothing");
  return exceptions.map((exception, place) => (
    <Fragment key={JSON.stringify(exception)}>
      {place > 0 && "; "}
      <ExceptionWords exception={exception} today={null} reader={reader} />
      {exception.effect === "hours" && ` (${exception.openingHours})`}
      {exception.note && ` – ${exception.note}`}
    </Fragment>
  ));
}
