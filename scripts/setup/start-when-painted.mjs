/**
 * Asks for a page's scripts when the page has been painted, and keeps for them the button that was
 * pressed before they came, of no form or of one with `data-waits`, which they change: it is pressed
 * when components/awake.tsx says that they are there. Until then it is the quick way out, too. Runs in the browser, as text, so it may use
 * nothing from outside of it. A page in a tab that nobody looks at is never painted and starts at
 * once; so does one whose first painting takes too long.
 * @param {readonly string[]} files from the build's folder
 */
export function startWhenPainted(files) {
  const own = document.currentScript?.getAttribute("src") ?? "";
  const base = own.slice(0, own.indexOf("static/"));
  let isBegun = false;
  /**
   * Twice, since a bad line drops one now and then. Without it nothing more waits for a press.
   * @param {string} file
   * @param {boolean} isLast
   */
  const fetchScript = (file, isLast) => {
    const script = document.createElement("script");
    script.onerror = () => (isLast ? forget() : fetchScript(file, true));
    // The attribute as it stands here is how Turbopack knows which of its files has come.
    script.src = base + file;
    document.head.append(script);
  };
  const begin = () => {
    if (isBegun) return;
    isBegun = true;
    for (const file of files) fetchScript(file, false);
  };

  /** @type {HTMLElement | null} */
  let pressed = null;
  let isAwake = false;
  let isLetThrough = false;
  /** @param {Event} event */
  const keep = (event) => {
    const target = event.target instanceof Element ? event.target : null;
    /** @type {HTMLElement | null} */
    const button = target?.closest("button[type=button], form[data-waits] button") ?? null;
    if (!button || isLetThrough || (isAwake && !button.closest("form[data-waits]"))) return;
    // React may come while it is being pressed, and would press it twice.
    event.stopImmediatePropagation();
    event.preventDefault();
    pressed?.removeAttribute("aria-busy");
    pressed = button;
    pressed.setAttribute("aria-busy", "true");
    if (isAwake) pressWhenReady(40);
  };
  /** @type {number[]} */
  let escapes = [];
  /**
   * The way out of components/quick-exit.tsx waits for no script, and leaves no way back either.
   * @param {MouseEvent | KeyboardEvent} event
   */
  const leave = (event) => {
    /** @type {HTMLAnchorElement | null} */
    const link = document.querySelector("a[data-exit]");
    if (!link) return;
    if ("key" in event) {
      escapes = event.key === "Escape" ? [...escapes, event.timeStamp].slice(-3) : [];
      if (escapes.length < 3 || event.timeStamp - (escapes[0] ?? 0) > 1500) return;
    } else if (!(event.target instanceof Element && link.contains(event.target))) return;
    event.preventDefault();
    document.documentElement.hidden = true;
    location.replace(link.href);
  };
  const leaveNoMore = () => {
    document.removeEventListener("click", leave, true);
    document.removeEventListener("keydown", leave, true);
  };
  const forget = () => {
    document.removeEventListener("click", keep, true);
    pressed?.removeAttribute("aria-busy");
  };
  /**
   * A form may be drawn once more, with what only a browser knows, some moments after the page.
   * @param {number} triesLeft
   */
  const pressWhenReady = (triesLeft) => {
    if (triesLeft > 0 && pressed?.closest("form[data-waits]")) {
      setTimeout(pressWhenReady, 50, triesLeft - 1);
      return;
    }
    const button = pressed;
    pressed = null;
    button?.removeAttribute("aria-busy");
    isLetThrough = true;
    if (button?.isConnected) button.click();
    isLetThrough = false;
  };
  const pressForReal = () => {
    isAwake = true;
    leaveNoMore();
    setTimeout(pressWhenReady, 0, 40);
  };
  document.addEventListener("click", keep, true);
  document.addEventListener("click", leave, true);
  document.addEventListener("keydown", leave, true);
  addEventListener("awake", pressForReal, { once: true });

  if (document.hidden) {
    begin();
    return;
  }
  setTimeout(begin, 3000);
  new PerformanceObserver(begin).observe({ type: "paint", buffered: true });
}
