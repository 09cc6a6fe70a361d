import { promisify } from "node:util";
import { inflate } from "node:zlib";
import { PbfReader } from "pbf";
import { AppError } from "@/lib/errors";

/** The format's own limits for a header and for a block before and after compression (wiki: PBF_Format). */
const mostHeaderBytes = 65_536;
const mostBlockBytes = 33_554_432;

const inflated = promisify(inflate);

const refused = (detail: string, cause?: unknown) =>
  new AppError("not-understood", { detail, cause });
const notAnExtract = (cause?: unknown) =>
  refused("It is not an extract of OpenStreetMap (.osm.pbf), or it is damaged.", cause);

type Pbf = InstanceType<typeof PbfReader>;

/** Reads a message of Protocol Buffers by what to do with each of its fields. */
function readMessage<Message>(
  bytes: Uint8Array,
  message: Message,
  read: (field: number, message: Message, pbf: Pbf) => void,
): Message {
  try {
    return new PbfReader(bytes).readFields(read, message);
  } catch (cause) {
    throw notAnExtract(cause);
  }
}

/** Hands out bytes of a stream in the lengths that are asked for. */
class ByteReader {
  private chunk: Uint8Array = new Uint8Array();
  private readonly chunks: AsyncIterator<Uint8Array>;

  constructor(bytes: AsyncIterable<Uint8Array>) {
    this.chunks = bytes[Symbol.asyncIterator]();
  }

  /** So many bytes, or null at the end. Throws when the stream ends among them. */
  async take(count: number): Promise<Uint8Array | null> {
    const parts: Uint8Array[] = [];
    let missing = count;
    while (missing > 0) {
      if (this.chunk.length === 0) {
        const next = await this.chunks.next();
        if (next.done && missing === count) return null;
        if (next.done) throw refused("It ends in the middle: perhaps half a file.");
        this.chunk = next.value;
      }
      const part = this.chunk.subarray(0, missing);
      this.chunk = this.chunk.subarray(part.length);
      missing -= part.length;
      parts.push(part);
    }
    return parts.length === 1 ? (parts[0] ?? null) : Buffer.concat(parts);
  }

  /** Lets go of the file. */
  async close(): Promise<void> {
    await this.chunks.return?.();
  }
}

type Blob = { raw?: Uint8Array; zlib?: Uint8Array };

async function contentOf(bytes: Uint8Array): Promise<Uint8Array> {
  const { raw, zlib } = readMessage<Blob>(bytes, {}, (field, blob, pbf) => {
    if (field === 1) blob.raw = pbf.readBytes();
    else if (field === 3) blob.zlib = pbf.readBytes();
  });
  if (raw) return raw;
  if (!zlib)
    throw refused("It is compressed in another way than zlib. Convert it with osmium cat.");
  try {
    return await inflated(zlib, { maxOutputLength: mostBlockBytes });
  } catch (cause) {
    throw notAnExtract(cause);
  }
}

const knownFeatures = ["OsmSchema-V0.6", "DenseNodes"];

function checkHeader(bytes: Uint8Array): void {
  const features = readMessage<string[]>(bytes, [], (field, required, pbf) => {
    if (field === 4) required.push(pbf.readString());
  });
  const unknown = features.find((feature) => !knownFeatures.includes(feature));
  if (unknown) throw refused(`It needs "${unknown.slice(0, 40)}", which is not understood here.`);
}

/**
 * The blocks of an OpenStreetMap extract (wiki: PBF_Format), one after another, to be read with
 * `visitBlock`. Throws an AppError for anything else, and for half an extract.
 */
export async function* blocksOf(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = new ByteReader(bytes);
  try {
    let isFirst = true;
    for (let length = await reader.take(4); length; length = await reader.take(4)) {
      const headerBytes = Buffer.from(length).readUInt32BE();
      if (headerBytes > mostHeaderBytes) throw notAnExtract();
      const header = await reader.take(headerBytes);
      const { type, size } = readMessage(
        header ?? new Uint8Array(),
        { type: "", size: 0 },
        (field, found, pbf) => {
          if (field === 1) found.type = pbf.readString();
          else if (field === 3) found.size = pbf.readVarint();
        },
      );
      if (size > mostBlockBytes || (isFirst && type !== "OSMHeader")) throw notAnExtract();
      isFirst = false;
      const blob = await reader.take(size);
      if (type === "OSMHeader") checkHeader(await contentOf(blob ?? new Uint8Array()));
      else if (type === "OSMData") yield await contentOf(blob ?? new Uint8Array());
    }
    if (isFirst) throw notAnExtract();
  } finally {
    await reader.close();
  }
}

/** Tags by key; empty for a node that is only a corner of something. */
export type OsmTags = ReadonlyMap<string, string>;

/** What is done with the nodes and ways of a block; what is not named is not read. */
export type Visitor = {
  /** In ten millionths of a degree. */
  node?: (id: number, lng: number, lat: number, tags: OsmTags) => void;
  way?: (nodeIds: readonly number[], tags: OsmTags) => void;
};

type Frame = {
  strings: Uint8Array[];
  groups: Uint8Array[];
  granularity: number;
  lngOffset: number;
  latOffset: number;
};

const noTags: OsmTags = new Map();
const numbers = (): number[] => [];

/** Reads one block; what it holds is handed over in the file's order. */
export function visitBlock(block: Uint8Array, visitor: Visitor): void {
  const blank: Frame = { strings: [], groups: [], granularity: 100, lngOffset: 0, latOffset: 0 };
  const frame = readMessage(block, blank, (field, found, pbf) => {
    if (field === 1)
      pbf.readMessage((part) => part === 1 && found.strings.push(pbf.readBytes()), 0);
    else if (field === 2) found.groups.push(pbf.readBytes());
    else if (field === 17) found.granularity = pbf.readVarint();
    else if (field === 19) found.latOffset = pbf.readVarint(true);
    else if (field === 20) found.lngOffset = pbf.readVarint(true);
  });
  const words = new Words(frame.strings);
  for (const group of frame.groups) {
    readMessage(group, frame, (field, _frame, pbf) => {
      if (field === 1 && visitor.node) visitNode(pbf.readBytes(), frame, words, visitor.node);
      else if (field === 2 && visitor.node) visitDense(pbf.readBytes(), frame, words, visitor.node);
      else if (field === 3 && visitor.way) visitWay(pbf.readBytes(), words, visitor.way);
    });
  }
}

/** A block's table of strings; each is decoded when it is first asked for. */
class Words {
  private readonly decoded: (string | undefined)[] = [];
  private readonly decoder = new TextDecoder();

  constructor(private readonly bytes: readonly Uint8Array[]) {}

  at(index: number): string {
    this.decoded[index] ??= this.decoder.decode(this.bytes[index]);
    return this.decoded[index] ?? "";
  }

  tags(keys: readonly number[], values: readonly number[]): OsmTags {
    return new Map(keys.map((key, index) => [this.at(key), this.at(values[index] ?? 0)]));
  }
}

/** From the block's own unit to ten millionths of a degree. */
const degrees = (value: number, offset: number, { granularity }: Frame) =>
  Math.round((offset + granularity * value) / 100);

type NodeVisitor = NonNullable<Visitor["node"]>;

function visitNode(bytes: Uint8Array, frame: Frame, words: Words, visit: NodeVisitor): void {
  const blank = { id: 0, lng: 0, lat: 0, keys: numbers(), values: numbers() };
  const node = readMessage(bytes, blank, (field, found, pbf) => {
    if (field === 1) found.id = pbf.readSVarint();
    else if (field === 2) pbf.readPackedVarint(found.keys);
    else if (field === 3) pbf.readPackedVarint(found.values);
    else if (field === 8) found.lat = pbf.readSVarint();
    else if (field === 9) found.lng = pbf.readSVarint();
  });
  const { lngOffset, latOffset } = frame;
  const tags = words.tags(node.keys, node.values);
  visit(node.id, degrees(node.lng, lngOffset, frame), degrees(node.lat, latOffset, frame), tags);
}

/** Each id and coordinate is written as its difference from the one before. */
function visitDense(bytes: Uint8Array, frame: Frame, words: Words, visit: NodeVisitor): void {
  const blank = { ids: numbers(), lngs: numbers(), lats: numbers(), tags: numbers() };
  const dense = readMessage(bytes, blank, (field, found, pbf) => {
    if (field === 1) pbf.readPackedSVarint(found.ids);
    else if (field === 8) pbf.readPackedSVarint(found.lats);
    else if (field === 9) pbf.readPackedSVarint(found.lngs);
    else if (field === 10) pbf.readPackedVarint(found.tags);
  });
  let [id, lng, lat, next] = [0, 0, 0, 0];
  for (let index = 0; index < dense.ids.length; index++) {
    id += dense.ids[index] ?? 0;
    lng += dense.lngs[index] ?? 0;
    lat += dense.lats[index] ?? 0;
    const first = next;
    while (dense.tags[next]) next += 2;
    const tags = next === first ? noTags : tagsOfDense(dense.tags.slice(first, next), words);
    next += 1;
    visit(id, degrees(lng, frame.lngOffset, frame), degrees(lat, frame.latOffset, frame), tags);
  }
}

/** Key and value by turns. */
function tagsOfDense(indices: readonly number[], words: Words): OsmTags {
  return words.tags(
    indices.filter((_, place) => place % 2 === 0),
    indices.filter((_, place) => place % 2 === 1),
  );
}

function visitWay(bytes: Uint8Array, words: Words, visit: NonNullable<Visitor["way"]>): void {
  const blank = { keys: numbers(), values: numbers(), ids: numbers() };
  const way = readMessage(bytes, blank, (field, found, pbf) => {
    if (field === 2) pbf.readPackedVarint(found.keys);
    else if (field === 3) pbf.readPackedVarint(found.values);
    else if (field === 8) pbf.readPackedSVarint(found.ids);
  });
  let id = 0;
  const ids = way.ids.map((difference) => {
    id += difference;
    return id;
  });
  visit(ids, words.tags(way.keys, way.values));
}
