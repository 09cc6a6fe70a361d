import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Choice, ChoiceGroup } from "@/components/ui/field";
import styles from "./report-form.module.css";

/** Which messages the excerpt begins with; chosen by their ids in the address, so it needs no script. */
export function PickMessages({
  messages,
  otherName,
}: {
  messages: readonly { id: string; text: string; isOwn: boolean }[];
  otherName: string;
}) {
  const t = useTranslations("requests.reports");
  return (
    <form className={styles.form}>
      <ChoiceGroup question={t("pick")} hint={t("pickHint")}>
        {messages.map(({ id, text, isOwn }) => (
          <Choice
            key={id}
            type="checkbox"
            name="message"
            value={id}
            label={isOwn ? t("you") : otherName}
            about={text}
          />
        ))}
      </ChoiceGroup>
      <input type="hidden" name="step" value="excerpt" />
      <Button>{t("next")}</Button>
    </form>
  );
}
