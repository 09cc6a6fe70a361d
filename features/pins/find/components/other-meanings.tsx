import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button";
import { kindOf } from "@/features/kinds/index";
import { addressHref, placeHref, withKinds } from "@/features/pins/find/rules";
import { type Alternatives, type Find, findHref } from "@/features/pins/find/schema";
import { placeLabel } from "@/features/places/rules";
import { addressLabel, type NearNumber } from "@/features/places/streets/rules";
import type { Reader } from "@/lib/i18n/locale";

/** What words that nothing is called by may have meant: kinds, places and streets, one link for each. */
export function OtherMeanings({
  find,
  alternatives,
  reader,
}: {
  find: Find;
  alternatives: Alternatives;
  reader: Reader;
}) {
  const t = useTranslations("find");
  const nearNumber: NearNumber = (said) => t("address.nearNumber", said);
  const links = [
    ...alternatives.kinds.map((id) => ({
      label: kindOf(id).words[reader.locale].many,
      href: findHref(withKinds({ ...find, words: "" }, [id])),
    })),
    ...alternatives.places.map((place) => ({
      label: t("empty.lookIn", { place: placeLabel(place, reader.locale) }),
      href: placeHref(place, find, reader),
    })),
    ...alternatives.addresses.map((address) => ({
      label: t("empty.lookNear", { place: addressLabel(address, nearNumber) }),
      href: addressHref(address, find, nearNumber),
    })),
  ];
  return links.map(({ label, href }) => (
    <li key={href}>
      <ButtonLink look="quiet" href={href}>
        {label}
      </ButtonLink>
    </li>
  ));
}
