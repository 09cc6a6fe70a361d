import "server-only";
import { promisify } from "node:util";
import { gzip } from "node:zlib";
import type { Viewer } from "@/features/members/schema";
import type { PinFilter } from "@/features/pins/schema";
import { pinTile } from "@/features/pins/tiles/queries";
import type { Tile } from "@/features/pins/tiles/schema";
import { Changes } from "@/lib/changes";
import { minuteMs } from "@/lib/clock";
import { etagOf } from "@/lib/http";
import { type KeptAnswer, KeptAnswers } from "@/lib/kept-answers";
import { isChangedBy } from "./rules";

const zip = promisify(gzip);

/** What is open or fresh moves with the time, which no write tells. */
const limits = { mostBytes: 64 * 2 ** 20, maxAgeMs: minuteMs };

type Tiles = { kept: KeptAnswers<Tile>; changes: Changes };

declare global {
  var cupOfSugarTiles: Tiles | undefined;
}

/** The tiles of this process, made on first use (and kept over hot reloads). */
function tiles(): Tiles {
  globalThis.cupOfSugarTiles ??= open();
  return globalThis.cupOfSugarTiles;
}

function open(): Tiles {
  const kept = new KeptAnswers<Tile>(limits);
  const changes = new Changes("pins", {
    onChange: (payload) => kept.forget(isChangedBy(payload)),
    onLost: () => kept.forget(() => true),
  });
  return { kept, changes };
}

async function make(viewer: Viewer, tile: Tile, filter: PinFilter): Promise<KeptAnswer> {
  const bytes = await pinTile(viewer, tile, filter);
  return { gzipped: new Uint8Array(await zip(bytes)), etag: etagOf(bytes) };
}

/** The tile that this address was answered with, while nothing has changed in it. */
export const keptTile = (address: string): KeptAnswer | undefined => tiles().kept.get(address);

/** Makes the tile, and keeps it as long as this process hears of every change. */
export function newTile(
  viewer: Viewer,
  address: string,
  tile: Tile,
  filter: PinFilter,
): Promise<KeptAnswer> {
  const { kept, changes } = tiles();
  const work = () => make(viewer, tile, filter);
  return changes.isFollowing ? kept.make(address, tile, work) : work();
}

/** Stops listening, so that a process without a server can end. */
export async function closeTiles(): Promise<void> {
  await globalThis.cupOfSugarTiles?.changes.stop();
  globalThis.cupOfSugarTiles = undefined;
}
