/** A page that is on its way, and what the person had before it. */
export type Journey = {
  /** The link or button that was pressed; `aria-busy` until the page is there. */
  pressed?: HTMLElement | null | undefined;
  /** The id of a list that gets longer. */
  addsTo?: string | undefined;
};

export type Left = Journey & { hadFocus: boolean; count: number };

const listOf = ({ addsTo }: Journey) => (addsTo ? document.getElementById(addsTo) : null);

const hasFocus = () => document.activeElement !== document.body && document.activeElement !== null;

/** Marks what was pressed, and what was pressed before as answered. */
export function leave(before: Journey | null, { pressed, addsTo }: Journey): Left {
  before?.pressed?.removeAttribute("aria-busy");
  pressed?.setAttribute("aria-busy", "true");
  return {
    pressed,
    addsTo,
    hadFocus: hasFocus(),
    count: listOf({ addsTo })?.childElementCount ?? 0,
  };
}

/**
 * The page is there: the focus goes to the first of what was added to a list, or, when what had it
 * is gone, to what the page is about. Else it would be at the page's very beginning.
 */
export function arrive(journey: Left): void {
  journey.pressed?.removeAttribute("aria-busy");
  const added = listOf(journey)?.children[journey.count];
  if (added) {
    added.querySelector<HTMLElement>("a, button")?.focus();
    return;
  }
  if (!journey.hadFocus || hasFocus()) return;
  const heading = document.querySelector<HTMLElement>("#main h1");
  if (!heading) return;
  heading.tabIndex = -1;
  heading.focus({ preventScroll: true });
}
