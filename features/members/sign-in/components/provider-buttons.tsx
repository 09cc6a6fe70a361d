import { Button } from "@/components/ui/button";
import styles from "../../components/forms.module.css";

/** One button for each provider that the host has set up. */
export function ProviderButtons({
  next,
  providers,
  words,
}: {
  next: string;
  providers: readonly { id: string; label: string }[];
  words: { or: string };
}) {
  if (providers.length === 0) return null;
  return (
    <section className={styles.form}>
      <h2>{words.or}</h2>
      {providers.map(({ id, label }) => (
        <form key={id} method="post" action={`/api/auth/signin/${id}`}>
          <input type="hidden" name="next" value={next} />
          <Button look="quiet">{label}</Button>
        </form>
      ))}
    </section>
  );
}
