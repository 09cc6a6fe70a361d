import { getTranslations } from "next-intl/server";
import { Fragment } from "react";
import { linesOf } from "../rules";
import { topics } from "../schema";

/** What is stored, under its headings, made from the inventory that is compared with the database. */
export async function KeptList() {
  const t = await getTranslations("members.inventory");
  return topics.map((topic) => (
    <Fragment key={topic}>
      <h2>{t(`topic.${topic}`)}</h2>
      <ul>
        {linesOf(topic).map(({ what, kept, isSealed }) => (
          <li key={`${what} ${kept}`}>
            {t(`what.${what}`)}. {isSealed && t("sealed")}{" "}
            {t("keptFor", { term: t(`kept.${kept}`) })}.
          </li>
        ))}
      </ul>
    </Fragment>
  ));
}
