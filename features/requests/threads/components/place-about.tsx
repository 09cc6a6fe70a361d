import { kindOf } from "@/features/kinds/index";
import { OpeningLine } from "@/features/pins/components/opening-line";
import { useHoursWords } from "@/features/pins/hours/words/components/hours-words";
import type { PinSummary } from "@/features/pins/schema";
import { formatDistance } from "@/lib/i18n/format";
import type { Reader } from "@/lib/i18n/locale";
import { addressOf } from "../meeting/rules";

/** What decides whether two can meet at a public place: what it is, where, and its hours. */
export function PlaceAbout({ pin, now, reader }: { pin: PinSummary; now: Date; reader: Reader }) {
  const words = useHoursWords(reader);
  const address = addressOf(pin);
  const kind = kindOf(pin.kind).words[reader.locale].one;
  return (
    <>
      {kind}
      {pin.distanceMetres !== null && ` · ${formatDistance(pin.distanceMetres, reader)}`}
      {address && (
        <>
          <br />
          {address}
        </>
      )}
      <br />
      <OpeningLine pin={pin} now={now} reader={reader} />
      {pin.openingHours && pin.openingHours !== "24/7" && pin.isOpen !== null && (
        <>
          <br />
          {words(pin.openingHours)}
        </>
      )}
    </>
  );
}
