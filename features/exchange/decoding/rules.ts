import { AppError } from "@/lib/errors";
import { latin1AsWindows1252 } from "../mending/rules";
import type { Format } from "../schema";

type Encoding = "utf-8" | "utf-16le" | "utf-16be" | "windows-1252";

const startsWith = (bytes: Uint8Array, ...first: number[]) =>
  first.every((byte, index) => bytes[index] === byte);

/**
 * The encoding of a text: by its byte order mark, else UTF-8 when all of it is that, else
 * Windows-1252, which spreadsheets on older computers still write. Throws for what is not text.
 */
export async function detectEncoding(bytes: AsyncIterable<Uint8Array>): Promise<Encoding> {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let isFirst = true;
  try {
    for await (const chunk of bytes) {
      if (isFirst) {
        if (startsWith(chunk, 0xff, 0xfe)) return "utf-16le";
        if (startsWith(chunk, 0xfe, 0xff)) return "utf-16be";
        refuseBinary(chunk);
      }
      isFirst = false;
      decoder.decode(chunk, { stream: true });
    }
    decoder.decode();
    return "utf-8";
  } catch (error) {
    if (error instanceof TypeError) return "windows-1252";
    throw error;
  }
}

function refuseBinary(head: Uint8Array): void {
  if (startsWith(head, 0x50, 0x4b, 0x03, 0x04)) {
    throw new AppError("not-understood", {
      detail:
        "This is a zip archive (a spreadsheet or a KMZ?). Save it as CSV, or unpack it first.",
    });
  }
  if (head.subarray(0, 4096).includes(0)) {
    throw new AppError("not-understood", { detail: "This is not a text file." });
  }
}

/** The text of a file, without its byte order mark. */
export async function* decode(
  bytes: AsyncIterable<Uint8Array>,
  encoding: Encoding,
): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding);
  const isWindows = encoding === "windows-1252";
  for await (const chunk of bytes) {
    const text = decoder.decode(chunk, { stream: true });
    yield isWindows ? latin1AsWindows1252(text) : text;
  }
  yield decoder.decode();
}

/** What a file is, told from how it begins; never from what it is called. */
export function detectFormat(head: string): Format {
  const start = head.trimStart();
  if (start === "") throw new AppError("not-understood", { detail: "The file is empty." });
  if (start.startsWith("<")) {
    if (/<(?:\w+:)?kml\b/.test(start)) return "kml";
    throw new AppError("not-understood", { detail: "This is XML or HTML, but not KML." });
  }
  if (!/^[[{]/.test(start)) return "csv";
  return /"type"\s*:\s*"Feature(?:Collection)?"/.test(start) ? "geojson" : "json";
}
