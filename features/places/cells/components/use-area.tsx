"use client";

import { useEffect, useState } from "react";
import { lookAround } from "@/features/places/cells/actions";
import type { Cell, ShownArea, Surroundings } from "@/features/places/cells/schema";
import type { LngLat } from "@/lib/lng-lat";

/** locating: the device looks for its place; refused: it gives none; choose-again: for a smaller size. */
export type AreaStep = "idle" | "locating" | "refused" | "choose-again" | "lost";

/** H3 itself: only fetched once somebody chooses on this page. */
const rules = () => import("@/features/places/cells/rules");

/** Another size of the last choice is at hand while the page is open; it was never more than areas. */
type Around = { cells: ReadonlyMap<number, Cell>; surroundings: Surroundings | null };

const nothing: Surroundings = { towns: [], dense: [] };

/** What is chosen in the field, and how it changes. No point is kept, and none is sent. */
export function useArea(first: ShownArea | null, last: ShownArea | null) {
  const [area, setArea] = useState(first);
  const [around, setAround] = useState<Around | null>(null);
  const [step, setStep] = useState<AreaStep>("idle");
  const [mayBeLast, setMayBeLast] = useState(false);

  // The server has looked a place up, or remembers what was chosen.
  useEffect(() => {
    if (first) setArea(first);
  }, [first]);

  useEffect(() => {
    let isOver = false;
    const compare = async (next: Cell, before: Cell) => {
      const { mayBeTheSame } = await rules();
      if (!isOver) setMayBeLast(mayBeTheSame(before, next));
    };
    setMayBeLast(false);
    if (area && last && area.cell !== last.cell)
      compare(area.cell, last.cell).catch(() => undefined);
    return () => {
      isOver = true;
    };
  }, [area, last]);

  const show = async ({ cells, surroundings }: Around, resolution: number | null) => {
    const { defaultResolution, shown } = await rules();
    const near = cells.get(defaultResolution.sparse);
    const town = surroundings?.towns.find(({ cell }) => cell === near);
    const usual = town?.isUrban ? defaultResolution.urban : defaultResolution.sparse;
    const cell = cells.get(resolution ?? usual);
    if (cell) setArea(shown({ cell, name: town?.name ?? null }));
  };

  const choosePoint = async (point: LngLat) => {
    const { cellsAround, coarser } = await rules();
    const cells = cellsAround(point);
    const near = cells.get(6);
    const surroundings = near ? await lookAround(coarser(near, 5)).catch(() => null) : null;
    const isDense = surroundings?.dense.some((cell) => cell === cells.get(7)) ?? false;
    const allowed = new Map([...cells].filter(([resolution]) => resolution < 8 || isDense));
    const next = { cells: allowed, surroundings: surroundings ?? nothing };
    setAround(next);
    setStep("idle");
    await show(next, null);
  };

  const choose = (point: LngLat) => {
    choosePoint(point).catch(() => setStep("lost"));
  };

  const nearMe = () => {
    if (!("geolocation" in navigator)) return setStep("refused");
    setStep("locating");
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => choose({ lng: coords.longitude, lat: coords.latitude }),
      () => setStep("refused"),
      // An area of kilometres needs no better, and the device is quicker with less.
      { enableHighAccuracy: false, timeout: 20_000, maximumAge: 600_000 },
    );
  };

  const resize = async (resolution: number) => {
    setStep("idle");
    if (around?.cells.has(resolution)) return show(around, resolution);
    if (!area) return;
    if (resolution > area.resolution) return setStep("choose-again");
    const { coarser, shown } = await rules();
    setArea(shown({ cell: coarser(area.cell, resolution), name: area.name }));
  };

  const takeLast = () => {
    setAround(null);
    setStep("idle");
    setArea(last);
  };

  const sizes = around ? [...around.cells.keys()] : null;
  return {
    area,
    step,
    sizes,
    mayBeLast,
    choose,
    nearMe,
    takeLast,
    resize: (resolution: number) => {
      resize(resolution).catch(() => setStep("lost"));
    },
  };
}
