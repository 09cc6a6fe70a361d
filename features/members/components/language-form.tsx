import { SelectField } from "@/components/ui/field";
import { SubmitButton } from "@/components/ui/submit-button";
import { saveLanguage } from "../actions";
import styles from "./forms.module.css";

/** The language of pages in this browser, and of mail. */
export function LanguageForm({
  current,
  languages,
  words,
}: {
  current: string;
  languages: readonly { id: string; name: string }[];
  words: { language: string; save: string; saving: string };
}) {
  return (
    <form action={saveLanguage} className={styles.form}>
      <SelectField key={current} name="locale" defaultValue={current} label={words.language}>
        {languages.map(({ id, name }) => (
          <option key={id} value={id} lang={id}>
            {name}
          </option>
        ))}
      </SelectField>
      <SubmitButton look="quiet" sending={words.saving}>
        {words.save}
      </SubmitButton>
    </form>
  );
}
