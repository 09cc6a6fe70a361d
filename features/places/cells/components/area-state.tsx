"use client";

import { createContext, useContext } from "react";
import type { LngLat } from "@/lib/lng-lat";

type AreaChoice = {
  /** The area that is chosen now. */
  cell: string | null;
  /** Chooses the area around a point of the map. The point itself goes no further. */
  choosePoint: (point: LngLat) => void;
};

const AreaContext = createContext<AreaChoice>({ cell: null, choosePoint: () => undefined });

/** Stands around the parts of the field that asks for an area. */
export const AreaProvider = AreaContext;

/** The chosen area, for the map inside the field. */
export const useAreaChoice = (): AreaChoice => useContext(AreaContext);
