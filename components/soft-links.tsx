"use client";

import { useRouter } from "next/navigation";
import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useRef,
  useState,
  useTransition,
} from "react";
import { arrive, type Journey, type Left, leave } from "./soft-journey";
import { SoftProgress, type SoftWords } from "./soft-progress";

type Options = Pick<Journey, "pressed" | "addsTo"> & {
  /** False keeps the page where it is scrolled to. */
  scroll?: boolean;
};
type Go = (href: string, options?: Options) => void;

const GoContext = createContext<Go>((href) => location.assign(href));

/** Goes to another page of this site without loading it anew, and shows that it is on its way. */
export const useGo = (): Go => useContext(GoContext);

/** A press that the browser is to handle by itself: in a new tab, to be saved, already answered. */
const isForBrowser = ({
  defaultPrevented,
  button,
  metaKey,
  ctrlKey,
  shiftKey,
  altKey,
}: MouseEvent) => defaultPrevented || button !== 0 || metaKey || ctrlKey || shiftKey || altKey;

/** The address that a form asks for; null for one that sends something, or to somewhere else. */
function addressOf(form: HTMLFormElement, submitter: HTMLElement | null): URL | null {
  if ((form.getAttribute("method") ?? "get").toLowerCase() !== "get") return null;
  const address = new URL(form.getAttribute("action") ?? "", location.href);
  if (address.origin !== location.origin) return null;
  const answers = [...new FormData(form, submitter)].flatMap(([name, value]) =>
    typeof value === "string" ? [[name, value]] : [],
  );
  address.search = new URLSearchParams(answers).toString();
  return address;
}

/**
 * Browsers call a machine without a network offline, though the server may be that very machine. A
 * line so slow that it does not answer is one: the browser may try.
 */
const reachesServer = () =>
  fetch("/livez", { cache: "no-store", signal: AbortSignal.timeout(3000) }).then(
    ({ ok }) => ok,
    (cause) => cause instanceof DOMException && cause.name === "TimeoutError",
  );

/**
 * Follows the links of components/ui/link.tsx, and forms with `data-soft`, without loading the page
 * anew; one listener for all. The browser shows no progress then, so this does. Without a line it
 * stays, where the browser would put its own page of error.
 */
export function SoftLinks({ words, children }: { words: SoftWords; children: ReactNode }) {
  const router = useRouter();
  const [isGoing, startGoing] = useTransition();
  const [isLeaving, setLeaving] = useState(false);
  const [isOffline, setOffline] = useState(false);
  const journey = useRef<Left | null>(null);

  const withLine = useCallback(async (leaveNow: () => void) => {
    const hasLine = await reachesServer();
    setOffline(!hasLine);
    if (hasLine) leaveNow();
  }, []);

  const go = useCallback<Go>(
    (href, { scroll = true, ...rest } = {}) => {
      const leaveNow = () => {
        journey.current = leave(journey.current, rest);
        startGoing(() => router.push(href, { scroll }));
      };
      if (navigator.onLine) leaveNow();
      else withLine(leaveNow);
    },
    [router, withLine],
  );

  useEffect(() => {
    if (isGoing || !journey.current) return;
    arrive(journey.current);
    journey.current = null;
  }, [isGoing]);

  useEffect(() => {
    const follow = (event: MouseEvent) => {
      const pressed = event.target instanceof Element ? event.target : null;
      const link = pressed?.closest<HTMLAnchorElement>("a[data-soft]");
      if (!link || isForBrowser(event) || link.target || link.origin !== location.origin) return;
      if (link.hasAttribute("download")) return;
      event.preventDefault();
      go(`${link.pathname}${link.search}${link.hash}`, {
        scroll: link.dataset.soft !== "stay",
        pressed: link,
        addsTo: link.dataset.addsTo,
      });
    };
    const send = (event: SubmitEvent) => {
      const form = event.target;
      if (event.defaultPrevented || !(form instanceof HTMLFormElement)) return;
      const address = addressOf(form, event.submitter);
      if (!address) return;
      if (form.dataset.soft === undefined) {
        if (navigator.onLine) return setLeaving(true);
        event.preventDefault();
        withLine(() => location.assign(address));
        return;
      }
      event.preventDefault();
      go(`${address.pathname}${address.search}`, {
        scroll: form.dataset.soft !== "stay",
        pressed: event.submitter,
      });
    };
    document.addEventListener("click", follow);
    document.addEventListener("submit", send);
    return () => {
      document.removeEventListener("click", follow);
      document.removeEventListener("submit", send);
    };
  }, [go, withLine]);

  useEffect(() => {
    // The browser may bring this very page back later, just as it was left.
    const stay = () => setLeaving(false);
    const stop = ({ key }: KeyboardEvent) => key === "Escape" && stay();
    const hasLineAgain = () => setOffline(false);
    addEventListener("pagehide", stay);
    addEventListener("keydown", stop);
    addEventListener("online", hasLineAgain);
    return () => {
      removeEventListener("pagehide", stay);
      removeEventListener("keydown", stop);
      removeEventListener("online", hasLineAgain);
    };
  }, []);

  return (
    <GoContext value={go}>
      {children}
      <SoftProgress words={words} isOnTheWay={isGoing || isLeaving} isOffline={isOffline} />
    </GoContext>
  );
}
