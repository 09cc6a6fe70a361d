import { describe, expect, it } from "vitest";
import { collected, inPieces } from "@/lib/testing/streams";
import { readKml } from "./kml";

const read = (text: string) => collected(readKml(() => inPieces(text, 1000)));

const kml = (content: string) =>
  `<?xml version="1.0"?><kml xmlns="http://www.opengis.net/kml/2.2"><Document><name>Free Libraries</name>${content}</Document></kml>`;

const placemark = (content: string) =>
  `<Placemark>${content}<Point><coordinates>-122.27,37.89,0</coordinates></Point></Placemark>`;

describe("KML", () => {
  it("gives placemarks with their folders, their data and no styling", async () => {
    const extended =
      '<ExtendedData><Data name="gx_media_links"><value>https://x.example/a.jpg</value></Data><Data name="Steward"><value>Ann</value></Data></ExtendedData>';
    const text = kml(
      `<Folder><name>North</name>${placemark(`<name>629 Arlington Ave</name><description><![CDATA[<img src="https://x.example/b.jpg"><br>LFL #9147]]></description><styleUrl>#icon</styleUrl>${extended}`)}</Folder>`,
    );
    expect(await read(text)).toEqual([
      {
        line: 1,
        values: {
          id: "",
          name: "629 Arlington Ave",
          description: '<img src="https://x.example/b.jpg"><br>LFL #9147',
          Steward: "Ann",
        },
        point: { x: -122.27, y: 37.89 },
        collection: "Free Libraries North",
        isInMetres: false,
      },
    ]);
  });

  it("keeps a placemark without a place for the report", async () => {
    const [row] = await read(kml("<Placemark><name>Nowhere</name></Placemark>"));
    expect(row?.point).toBeNull();
  });

  it("refuses a document type definition, with which a small file grows without end", async () => {
    const bomb = `<?xml version="1.0"?><!DOCTYPE kml [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>${kml("&b;")}`;
    await expect(read(bomb)).rejects.toThrow("DOCTYPE");
  });

  it("refuses half a file", async () => {
    const text = kml(placemark("<name>A</name>") + placemark("<name>B</name>"));
    await expect(read(text.slice(0, text.length / 2))).rejects.toThrow(/cut short/);
  });
});
