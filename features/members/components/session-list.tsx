import { Button } from "@/components/ui/button";
import { Tag } from "@/components/ui/tag";
import { signOutEverywhere } from "../actions";
import styles from "./forms.module.css";

type Words = { thisSession: string; signOut: string; signOutEverywhere: string };

/** Where the member is signed in, and the ways out. */
export function SessionList({
  sessions,
  words,
}: {
  sessions: readonly { key: string; says: string; isCurrent: boolean }[];
  words: Words;
}) {
  return (
    <>
      <ul>
        {sessions.map(({ key, says, isCurrent }) => (
          <li key={key}>
            {says} {isCurrent && <Tag tone="good">{words.thisSession}</Tag>}
          </li>
        ))}
      </ul>
      <div className={styles.row}>
        <form method="post" action="/api/auth/signout">
          <Button look="quiet">{words.signOut}</Button>
        </form>
        <form action={signOutEverywhere}>
          <Button look="quiet">{words.signOutEverywhere}</Button>
        </form>
      </div>
    </>
  );
}
