"use client";

import { useEffect } from "react";
import { markSeen } from "../actions";

/** Tells the server that the news is on somebody's screen. Without JavaScript a mail comes as well. */
export function SeenMark() {
  useEffect(() => {
    markSeen().catch(() => undefined);
  }, []);
  return null;
}
