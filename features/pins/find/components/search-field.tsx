"use client";

import { type FocusEvent, type KeyboardEvent, useEffect, useId, useRef, useState } from "react";
import { useGo } from "@/components/soft-links";
import { CrossIcon } from "@/components/ui/icons";
import {
  type Chosen,
  chosenOf,
  hrefAsking,
  optionAfter,
  type Recent,
} from "@/features/pins/find/typing/rules";
import styles from "./search-field.module.css";
import { Suggestions } from "./suggestions";
import { rememberWords, useRecent } from "./use-recent";
import { useSuggestions } from "./use-suggestions";

export type SearchWords = {
  label: string;
  placeholder: string;
  clear: string;
  suggestions: string;
  recent: string;
  forgetRecent: string;
  removeRecent: string;
  credit: string;
  nearNumber: string;
  openNow: string;
  /** "No suggestions", "One suggestion", … by their number. */
  counts: readonly string[];
};

/** Where choosing leads: each an address that asks the same without words. */
export type SearchBases = {
  /** Around the same place. */
  here: string;
  /** Without a place. */
  anywhere: string;
  /** What stands behind a pin's address, so that its page leads back. */
  behindPin: string;
};

const recentOption = ({ label, query }: Recent): Chosen => ({
  ...{ label, title: label, detail: "", sort: "recent", isCredited: false, leads: { query } },
});

/** Suggestions are shown below the box; the keyboard of a phone must not lie upon them. */
const roomNeeded = 320;

function makeRoomBelow(box: HTMLElement): void {
  const height = window.visualViewport?.height ?? window.innerHeight;
  const room = height - box.getBoundingClientRect().bottom;
  if (room < roomNeeded) box.scrollIntoView({ block: "start" });
}

/**
 * The box of the search: a plain field that, once scripts run, suggests while somebody types
 * (WAI-ARIA Authoring Practices, editable combobox with list autocomplete).
 */
export function SearchField({
  value,
  lang,
  bases,
  words,
}: {
  value: string;
  /** The reader's language, with a region that has the reader's units. */
  lang: string;
  bases: SearchBases;
  words: SearchWords;
}) {
  const go = useGo();
  const listId = useId();
  const box = useRef<HTMLDivElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const [isAlive, setAlive] = useState(false);
  const [text, setText] = useState("");
  const [hasText, setHasText] = useState(value !== "");
  const [isOpen, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const searches = useRecent();
  const { text: answered, suggestions } = useSuggestions(isOpen ? text : "", lang);

  useEffect(() => {
    setAlive(true);
    const form = field.current?.form;
    const submitted = () => rememberWords(field.current?.value ?? "");
    form?.addEventListener("submit", submitted);
    return () => form?.removeEventListener("submit", submitted);
  }, []);

  const isBlank = text.trim() === "";
  const options = isBlank
    ? searches.recent.map(recentOption)
    : suggestions.map((suggestion) => chosenOf(suggestion, words));
  const isShown = isOpen && options.length > 0;
  const isAnswered = isOpen && !isBlank && answered === text.trim();

  useEffect(() => {
    if (isShown && box.current) makeRoomBelow(box.current);
  }, [isShown]);

  useEffect(() => {
    document.getElementById(`${listId}-${active}`)?.scrollIntoView({ block: "nearest" });
  }, [listId, active]);

  const close = () => {
    setOpen(false);
    setActive(-1);
  };

  const typed = (now: string) => {
    setText(now);
    setHasText(now !== "");
    setActive(-1);
    setOpen(true);
  };

  const clear = () => {
    if (field.current) field.current.value = "";
    typed("");
    field.current?.focus();
  };

  const choose = ({ label, leads }: Chosen) => {
    close();
    if ("pinId" in leads) {
      return go(`/pins/${leads.pinId}${bases.behindPin}`);
    }
    searches.add({ label, query: leads.query });
    const isPlace = new URLSearchParams(leads.query).has("near");
    const base = isPlace ? bases.anywhere : bases.here;
    if (field.current) field.current.value = isPlace ? label : value;
    go(hrefAsking(base, leads.query));
  };

  const move = (step: 1 | -1) => {
    setOpen(true);
    if (options.length > 0) setActive(isShown ? optionAfter(active, step, options.length) : 0);
  };

  /** What a key does here; undefined for keys that do what they do in any field. */
  const actionOf = (key: string): (() => void) | undefined => {
    const option = isShown ? options[active] : undefined;
    if (key === "ArrowDown") return () => move(1);
    if (key === "ArrowUp") return () => move(-1);
    if (key === "Escape" && isShown) return close;
    if (key === "Escape" && hasText) return clear;
    if (key === "Enter" && option) return () => choose(option);
    if (key === "Delete" && option?.sort === "recent") {
      return () => {
        searches.remove(option.label);
        setActive(-1);
      };
    }
    return undefined;
  };

  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    const act = event.nativeEvent.isComposing ? undefined : actionOf(event.key);
    if (!act) return;
    event.preventDefault();
    act();
  };

  const left = ({ relatedTarget }: FocusEvent) => {
    if (!box.current?.contains(relatedTarget)) close();
  };

  return (
    <div ref={box} className={styles.box}>
      <input
        ref={field}
        className={styles.input}
        type="text"
        inputMode="search"
        name="q"
        defaultValue={value}
        maxLength={200}
        aria-label={words.label}
        placeholder={words.placeholder}
        autoComplete="off"
        autoCapitalize="off"
        enterKeyHint="search"
        {...(isAlive
          ? {
              role: "combobox",
              "aria-autocomplete": "list" as const,
              "aria-expanded": isShown,
              "aria-controls": isShown ? listId : undefined,
              "aria-activedescendant": isShown && active >= 0 ? `${listId}-${active}` : undefined,
            }
          : { role: "searchbox" })}
        onFocus={searches.load}
        onClick={() => setOpen(true)}
        onChange={(event) => typed(event.target.value)}
        onKeyDown={onKeyDown}
        onBlur={left}
      />
      {isAlive && hasText && (
        <button type="button" className={styles.clear} aria-label={words.clear} onClick={clear}>
          <CrossIcon size={18} />
        </button>
      )}
      <p className="hidden-text" role="status">
        {isAnswered && words.counts[options.length]}
      </p>
      {isShown && (
        <Suggestions
          id={listId}
          options={options}
          active={active}
          isRecent={isBlank}
          words={words}
          onChoose={choose}
          onBlur={left}
          onForget={() => {
            searches.forget();
            field.current?.focus();
          }}
        />
      )}
    </div>
  );
}
