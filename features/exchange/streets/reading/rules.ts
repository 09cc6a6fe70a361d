import { blocksOf, type Visitor, visitBlock } from "@/features/exchange/osm";
import type { SourceFile } from "@/features/exchange/schema";
import {
  housesOf,
  isWithoutStreet,
  PointStore,
  type Said,
  streetOf,
  tellingNodes,
} from "@/features/exchange/streets/rules";
import type { FoundPart, StreetsReport } from "@/features/exchange/streets/schema";
import { AppError } from "@/lib/errors";

const notSorted = "Its nodes do not come before its ways. Sort it with osmium sort.";

/** Visits all of a file once, and tells after each block how many bytes were read. */
async function visitFile(
  file: SourceFile,
  visitor: Visitor,
  afterBlock: (bytes: number) => Promise<void> | void,
): Promise<void> {
  let bytes = 0;
  async function* counted() {
    for await (const chunk of file.open()) {
      bytes += chunk.length;
      yield chunk;
    }
  }
  for await (const block of blocksOf(counted())) {
    visitBlock(block, visitor);
    await afterBlock(bytes);
  }
}

/** Looks through an extract for the nodes that stand for its streets and houses. */
export async function surveyExtract(
  file: SourceFile,
  onBytes: (bytes: number) => void,
): Promise<PointStore> {
  const points = new PointStore();
  let hasWays = false;
  await visitFile(
    file,
    {
      node: () => {
        if (hasWays) throw new AppError("not-understood", { detail: notSorted });
      },
      way: (nodeIds, tags) => {
        hasWays = true;
        const isStreet = streetOf(tags).length > 0;
        if (!isStreet && housesOf(tags).length === 0) return;
        for (const id of tellingNodes(nodeIds, isStreet)) points.want(id);
      },
    },
    onBytes,
  );
  points.seal();
  return points;
}

/** Reads an extract's streets and houses with their points, and counts in the report what it leaves out. */
export async function readExtract(
  file: SourceFile,
  points: PointStore,
  report: StreetsReport,
  keep: (parts: readonly FoundPart[], bytes: number) => Promise<void>,
): Promise<void> {
  let found: FoundPart[] = [];
  const add = (said: readonly Said[], point: { lng: number; lat: number } | null) => {
    if (!point) report.withoutPoint += said.length;
    else for (const one of said) found.push({ ...one, lng: point.lng / 1e7, lat: point.lat / 1e7 });
  };
  await visitFile(
    file,
    {
      node: (id, lng, lat, tags) => {
        report.nodes++;
        points.tell(id, lng, lat);
        if (tags.size === 0) return;
        if (isWithoutStreet(tags)) report.withoutStreet++;
        add(housesOf(tags), { lng, lat });
      },
      way: (nodeIds, tags) => {
        report.ways++;
        if (isWithoutStreet(tags)) report.withoutStreet++;
        const street = streetOf(tags);
        const said = street.length > 0 ? street : housesOf(tags);
        if (said.length > 0) add(said, points.middleOf(tellingNodes(nodeIds, street.length > 0)));
      },
    },
    async (bytes) => {
      await keep(found, bytes);
      found = [];
    },
  );
}
