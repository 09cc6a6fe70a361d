"use client";

import { createContext, type ReactNode, useContext } from "react";

/** What the page says when something broke; `{id}` stands for the number that the log has too. */
export type BrokenWords = Record<"title" | "lead" | "again" | "back" | "id", string>;

const Words = createContext<BrokenWords>({ title: "", lead: "", again: "", back: "", id: "" });

/**
 * Hands app/error.tsx its words without the translator, which every page would have to fetch for
 * the sake of one that hardly anyone sees.
 */
export function BrokenWordsProvider({
  words,
  children,
}: {
  words: BrokenWords;
  children: ReactNode;
}) {
  return <Words value={words}>{children}</Words>;
}

export const useBrokenWords = () => useContext(Words);
