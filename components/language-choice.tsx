import styles from "./language-choice.module.css";

type Language = { id: string; name: string };

/** One button per language; choosing one posts it, so nothing is kept before a person chooses. */
export function LanguageChoice({
  label,
  action,
  languages,
  current,
}: {
  label: string;
  action: string;
  languages: readonly Language[];
  current: string;
}) {
  return (
    <form action={action} method="post" className={styles.languages} aria-label={label}>
      {languages.map(({ id, name }) => (
        <button
          key={id}
          type="submit"
          name="locale"
          value={id}
          lang={id}
          aria-current={id === current ? "true" : undefined}
        >
          {name}
        </button>
      ))}
    </form>
  );
}
