import { createReadStream, existsSync, readFileSync } from "node:fs";
import { deflateSync } from "node:zlib";
import { PbfWriter } from "pbf";
import { describe, expect, it } from "vitest";
import { blocksOf, type OsmTags, visitBlock } from "./osm";

type Write = (pbf: PbfWriter) => void;
const message = (write: Write): Uint8Array => {
  const pbf = new PbfWriter();
  write(pbf);
  return pbf.finish();
};

const framed = (type: string, content: Uint8Array): Uint8Array => {
  const blob = message((pbf) => pbf.writeBytesField(3, deflateSync(content)));
  const header = message((pbf) => {
    pbf.writeStringField(1, type);
    pbf.writeVarintField(3, blob.length);
  });
  const length = Buffer.alloc(4);
  length.writeUInt32BE(header.length);
  return Buffer.concat([length, header, blob]);
};

const head = framed(
  "OSMHeader",
  message((pbf) => pbf.writeStringField(4, "OsmSchema-V0.6")),
);

async function* inChunks(bytes: Uint8Array, size = 7): AsyncGenerator<Uint8Array> {
  for (let start = 0; start < bytes.length; start += size)
    yield bytes.subarray(start, start + size);
}

type Seen = { nodes: [number, number, number, OsmTags][]; ways: [readonly number[], OsmTags][] };

async function seenIn(bytes: AsyncIterable<Uint8Array>): Promise<Seen> {
  const seen: Seen = { nodes: [], ways: [] };
  for await (const block of blocksOf(bytes)) {
    visitBlock(block, {
      node: (...node) => seen.nodes.push(node),
      way: (...way) => seen.ways.push(way),
    });
  }
  return seen;
}

const block = message((pbf) => {
  pbf.writeMessage(
    1,
    (strings: string[], table: PbfWriter) => {
      for (const text of strings) table.writeStringField(1, text);
    },
    ["", "name", "Calle Ñ", "highway", "residential"],
  );
  pbf.writeMessage(
    2,
    (_: null, group: PbfWriter) => {
      group.writeMessage(
        1,
        (__: null, node: PbfWriter) => {
          node.writeSVarintField(1, 9_876_543_210);
          node.writePackedVarint(2, [1]);
          node.writePackedVarint(3, [2]);
          node.writeSVarintField(8, -437_000_001);
          node.writeSVarintField(9, 74_000_002);
        },
        null,
      );
      group.writeMessage(
        2,
        (__: null, dense: PbfWriter) => {
          dense.writePackedSVarint(1, [10, 1, -2]);
          dense.writePackedSVarint(8, [100, 1, 1]);
          dense.writePackedSVarint(9, [200, -1, -1]);
          dense.writePackedVarint(10, [0, 1, 2, 3, 4, 0, 0]);
        },
        null,
      );
      group.writeMessage(
        3,
        (__: null, way: PbfWriter) => {
          way.writePackedVarint(2, [3, 1]);
          way.writePackedVarint(3, [4, 2]);
          way.writePackedSVarint(8, [10, 1, -2]);
        },
        null,
      );
    },
    null,
  );
});

describe("an OpenStreetMap extract", () => {
  it("gives its nodes and ways, whatever the chunks it comes in", async () => {
    const bytes = Buffer.concat([head, framed("OSMData", block)]);
    for (const size of [1, 7, 10_000]) {
      const { nodes, ways } = await seenIn(inChunks(bytes, size));
      expect(nodes.map(([id, lng, lat]) => [id, lng, lat])).toEqual([
        [9_876_543_210, 74_000_002, -437_000_001],
        [10, 200, 100],
        [11, 199, 101],
        [9, 198, 102],
      ]);
      expect([...(nodes[2]?.[3] ?? [])]).toEqual([
        ["name", "Calle Ñ"],
        ["highway", "residential"],
      ]);
      expect(ways).toEqual([
        [
          [10, 11, 9],
          new Map([
            ["highway", "residential"],
            ["name", "Calle Ñ"],
          ]),
        ],
      ]);
    }
  });

  it.each([
    ["nothing", Buffer.alloc(0), /not an extract/],
    ["a picture", Buffer.from("\x89PNG\r\n\x1a\n and more of it"), /not an extract/],
    ["text", Buffer.from("id,name,lat,lng\n1,Pantry,40,-75\n"), /not an extract/],
    ["half a file", Buffer.concat([head, framed("OSMData", block)]).subarray(0, -9), /half a file/],
    ["no header", framed("OSMData", block), /not an extract/],
    ["noise", Buffer.concat([head, framed("OSMData", Buffer.alloc(50, 0xff))]), /not an extract/],
    [
      "history",
      framed(
        "OSMHeader",
        message((pbf) => pbf.writeStringField(4, "HistoricalInformation")),
      ),
      /HistoricalInformation/,
    ],
    ["a bomb", Buffer.concat([head, framed("OSMData", Buffer.alloc(40_000_000))]), /damaged/],
  ])("is not %s", async (_, bytes, sentence) => {
    await expect(seenIn(inChunks(bytes, 4_096))).rejects.toThrow(sentence);
  });

  const extracts = "../shared/data/osm";
  describe.skipIf(!existsSync(extracts))(`of real places (skipped without ${extracts})`, () => {
    it.each([
      ["sf-downtown", 126_531, 20_938],
      ["monaco-2023", 30_477, 4_825],
    ])("%s holds %i nodes and %i ways", async (name, nodeCount, wayCount) => {
      const { nodes, ways } = await seenIn(createReadStream(`${extracts}/${name}.osm.pbf`));
      expect(nodes).toHaveLength(nodeCount);
      expect(ways).toHaveLength(wayCount);
    });

    it("is never understood when it is cut anywhere", async () => {
      const bytes = readFileSync(`${extracts}/monaco-2023.osm.pbf`);
      for (const share of [0.1, 0.5, 0.999]) {
        const half = bytes.subarray(0, Math.floor(bytes.length * share));
        await expect(seenIn(inChunks(half, 65_536))).rejects.toThrow(/half a file|not an extract/);
      }
    });
  });
});
