import { useState } from "react";
import { sharedDeviceCookie } from "@/features/members/rules";
import { parseRecent, type Recent, recentKey, withRecent } from "@/features/pins/find/typing/rules";
import { beginningOf } from "@/lib/text";

/** Reads what this device keeps; a browser that keeps nothing has no recent searches. */
function read(): Recent[] {
  try {
    return parseRecent(window.localStorage.getItem(recentKey));
  } catch {
    return [];
  }
}

/** Of what somebody looks for nothing stays on a device that others use too. */
const isSharedDevice = () => document.cookie.includes(`${sharedDeviceCookie}=`);

function write(recent: readonly Recent[]): void {
  if (isSharedDevice() && recent.length > 0) return;
  try {
    if (recent.length === 0) window.localStorage.removeItem(recentKey);
    else window.localStorage.setItem(recentKey, JSON.stringify(recent));
  } catch {
    // Storage is blocked or full; then nothing is remembered.
  }
}

/** As many as the box takes. */
const mostLetters = 200;

/** Remembers words that were sent off as they are. */
export function rememberWords(words: string): void {
  const label = beginningOf(words.trim(), mostLetters);
  write(withRecent(read(), { label, query: `q=${encodeURIComponent(label)}` }));
}

/** The last searches, kept on this device alone. They are read when somebody turns to the box. */
export function useRecent() {
  const [recent, setRecent] = useState<readonly Recent[]>([]);
  const keep = (next: readonly Recent[]) => {
    write(next);
    setRecent(next);
  };
  return {
    recent,
    load: () => setRecent(read()),
    add: (added: Recent) => keep(withRecent(read(), added)),
    remove: (label: string) => keep(read().filter((kept) => kept.label !== label)),
    forget: () => keep([]),
  };
}
