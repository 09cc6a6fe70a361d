"use client";

import { useEffect } from "react";

/**
 * Says once that React has come, so that a button pressed before is pressed now
 * (scripts/setup/start-when-painted.mjs).
 */
export function Awake() {
  useEffect(() => {
    dispatchEvent(new Event("awake"));
  }, []);
  return null;
}
