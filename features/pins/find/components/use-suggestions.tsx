import { useEffect, useState } from "react";
import type { Suggestion } from "@/features/pins/find/suggestions/schema";
import { pointOfAddress } from "@/features/pins/find/typing/rules";

/** So long nobody types before the server is asked. */
const pauseMs = 200;
const fewestLetters = 2;
const mostAnswers = 60;

/** What was answered on this page, so that nothing is asked twice. */
const answers = new Map<string, readonly Suggestion[]>();

const isAnswer = (value: unknown): value is { suggestions: Suggestion[] } =>
  typeof value === "object" &&
  value !== null &&
  "suggestions" in value &&
  Array.isArray(value.suggestions);

async function ask(address: string, signal: AbortSignal): Promise<readonly Suggestion[]> {
  const known = answers.get(address);
  if (known) return known;
  const response = await fetch(address, { signal });
  const answer: unknown = response.ok ? await response.json() : null;
  const suggestions = isAnswer(answer) ? answer.suggestions : [];
  if (answers.size >= mostAnswers) answers.clear();
  if (response.ok) answers.set(address, suggestions);
  return suggestions;
}

/**
 * Suggestions for what is typed, once nobody types for a moment; an answer that comes too late is
 * dropped, and a line that is broken suggests nothing.
 *
 * @returns `text` says for what they are
 */
export function useSuggestions(text: string, lang: string) {
  const [answer, setAnswer] = useState<{ text: string; suggestions: readonly Suggestion[] }>({
    text: "",
    suggestions: [],
  });
  const words = text.trim();
  useEffect(() => {
    if (words.length < fewestLetters) return;
    const stop = new AbortController();
    const near = pointOfAddress(window.location.search);
    const asked = new URLSearchParams({ q: words, lang, ...(near ? { near } : {}) });
    const address = `/api/v1/suggestions?${asked}`;
    const begin = () =>
      ask(address, stop.signal).then(
        (suggestions) => stop.signal.aborted || setAnswer({ text: words, suggestions }),
        () => undefined,
      );
    const pause = setTimeout(begin, answers.has(address) ? 0 : pauseMs);
    return () => {
      clearTimeout(pause);
      stop.abort();
    };
  }, [words, lang]);
  return words.length < fewestLetters ? { text: words, suggestions: [] } : answer;
}
