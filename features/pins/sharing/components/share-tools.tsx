"use client";

import { type ReactNode, useRef, useState, useSyncExternalStore } from "react";
import { Button } from "@/components/ui/button";
import { CopyIcon, PrintIcon, ShareIcon } from "@/components/ui/icons";
import styles from "./share-pin.module.css";

type Words = {
  copy: string;
  copied: string;
  selected: string;
  share: string;
  print: string;
  text: string;
  notShared: string;
};

const never = () => () => undefined;

/** False on the server and in the first drawing, so that no button shows before it can do something. */
const useIsReady = () =>
  useSyncExternalStore(
    never,
    () => true,
    () => false,
  );

/** Copies from a field, where the page may not reach the clipboard: without https, for example. */
function copyFrom(field: HTMLTextAreaElement): boolean {
  field.focus();
  field.select();
  return document.execCommand("copy");
}

/**
 * The ready text, and what only a script can do with it: copy, share, print. Without one the text
 * can be selected by hand.
 */
export function ShareTools({
  sms,
  title,
  text,
  link,
  words,
}: {
  /** The link that needs no script. */
  sms: ReactNode;
  title: string;
  /** Ends with the link. */
  text: string;
  link: string;
  words: Words;
}) {
  const box = useRef<HTMLDetailsElement>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  const [answer, setAnswer] = useState("");
  const isReady = useIsReady();
  const canShare = isReady && "share" in navigator;

  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setAnswer(words.copied);
    } catch {
      // No clipboard here, or it was refused: the text itself is at hand.
      if (box.current) box.current.open = true;
      setAnswer(field.current && copyFrom(field.current) ? words.copied : words.selected);
    }
  };

  const share = async () => {
    try {
      await navigator.share({ title, text: text.slice(0, -link.length).trimEnd(), url: link });
    } catch (error) {
      const isClosed = error instanceof DOMException && error.name === "AbortError";
      if (!isClosed) setAnswer(words.notShared);
    }
  };

  return (
    <>
      <div className={styles.tools}>
        {isReady && (
          <Button type="button" look="quiet" icon={<CopyIcon />} onClick={copy}>
            {words.copy}
          </Button>
        )}
        {sms}
        {canShare && (
          <Button type="button" look="quiet" icon={<ShareIcon />} onClick={share}>
            {words.share}
          </Button>
        )}
        {isReady && (
          <Button type="button" look="quiet" icon={<PrintIcon />} onClick={() => window.print()}>
            {words.print}
          </Button>
        )}
      </div>
      <p className={styles.answer} role="status">
        {answer}
      </p>
      <details className={styles.text} ref={box}>
        <summary>{words.text}</summary>
        <textarea ref={field} aria-label={words.text} value={text} rows={8} dir="auto" readOnly />
      </details>
    </>
  );
}
