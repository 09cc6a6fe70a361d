/**
 * On a narrow screen people read the list first, and to start the map would hold up a cheap phone
 * just when a thumb reaches for a card. A wide one shows the map beside the list.
 */
const narrowRestMilliseconds = 3000;

const isNarrow = () => !matchMedia("(min-width: 48rem)").matches;

/** Safari has no `requestIdleCallback`. */
const soonIdle = (callback: () => void) =>
  "requestIdleCallback" in window
    ? requestIdleCallback(callback, { timeout: 2000 })
    : setTimeout(callback, 200);

/** Calls back once, when the page has loaded and the browser has nothing better to do. */
export function whenAtRest(callback: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isOver = false;
  const rest = () => {
    timer = setTimeout(
      () => soonIdle(() => isOver || callback()),
      isNarrow() ? narrowRestMilliseconds : 0,
    );
  };
  if (document.readyState === "complete") rest();
  else addEventListener("load", rest, { once: true });
  return () => {
    isOver = true;
    clearTimeout(timer);
    removeEventListener("load", rest);
  };
}
