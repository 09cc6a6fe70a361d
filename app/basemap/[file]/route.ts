import { type FileHandle, open } from "node:fs/promises";
import { archivePath, archiveVersion, type ByteRange, byteRangeOf } from "@/features/map/rules";
import { publicRoute } from "@/features/members/guard";
import { env } from "@/lib/env";
import { AppError } from "@/lib/errors";
import { answer, publicCache } from "@/lib/http";

const chunkBytes = 64 * 1024;
const secondsADay = 86_400;
const keptForEver = "public, max-age=31536000, immutable";

/** Reads one range piece by piece, as fast as the reader takes it, and closes the file. */
function streamOf(file: FileHandle, { start, end }: ByteRange): ReadableStream<Uint8Array> {
  let position = start;
  return new ReadableStream({
    async pull(controller) {
      const length = Math.min(chunkBytes, end + 1 - position);
      const { bytesRead, buffer } = await file.read(new Uint8Array(length), 0, length, position);
      position += bytesRead;
      if (bytesRead > 0) controller.enqueue(buffer.subarray(0, bytesRead));
      if (bytesRead > 0 && position <= end) return;
      controller.close();
      await file.close();
    },
    cancel: () => file.close(),
  });
}

async function openArchive(name: string): Promise<FileHandle> {
  const path = archivePath(name, env().BASEMAP_URL);
  if (!path) throw new AppError("not-found", { detail: "There is no basemap of this name." });
  return open(path).catch((cause: unknown) => {
    throw new AppError("not-found", { cause, detail: "The basemap's file cannot be read." });
  });
}

type Context = { params: Promise<{ file: string }> };

/** Answers with `send`, which reads the file and closes it; where no bytes are sent it is closed here. */
async function answerArchive(
  request: Request,
  { params }: Context,
  send: (file: FileHandle, range: ByteRange) => ReadableStream<Uint8Array> | Promise<null>,
): Promise<Response> {
  const file = await openArchive((await params).file);
  const facts = await file.stat();
  const { size } = facts;
  const version = archiveVersion(facts);
  const isVersioned = new URL(request.url).searchParams.get("v") === version;
  const headers = new Headers({
    "accept-ranges": "bytes",
    "cache-control": isVersioned ? keptForEver : publicCache(secondsADay),
    "content-type": "application/vnd.pmtiles",
    etag: `"${version}"`,
  });

  if (request.headers.get("if-none-match") === headers.get("etag")) {
    await file.close();
    return new Response(null, { status: 304, headers });
  }
  const range = byteRangeOf(request.headers.get("range"), size);
  if (range === "outside") {
    await file.close();
    headers.set("content-range", `bytes */${size}`);
    return new Response(null, { status: 416, headers });
  }
  if (range === "whole") {
    headers.set("content-length", String(size));
    return new Response(await send(file, { start: 0, end: size - 1 }), { headers });
  }
  headers.set("content-length", String(range.end + 1 - range.start));
  headers.set("content-range", `bytes ${range.start}-${range.end}/${size}`);
  return new Response(await send(file, range), { status: 206, headers });
}

/** A PMTiles archive of the basemap, in the byte ranges that the map asks for (RFC 9110, 14). */
export const GET = (request: Request, context: Context): Promise<Response> =>
  answer("/basemap/[file]", async () => {
    await publicRoute("the map under the pins is open data", request);
    return answerArchive(request, context, streamOf);
  });

/** The same without a byte: Next would make it of GET, and leave open the file that nobody reads. */
export const HEAD = (request: Request, context: Context): Promise<Response> =>
  answer("/basemap/[file]", async () => {
    await publicRoute("the map under the pins is open data", request);
    return answerArchive(request, context, async (file) => {
      await file.close();
      return null;
    });
  });
