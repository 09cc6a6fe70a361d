import { AppError } from "@/lib/errors";

/** One value of a JSON text, still as JSON. */
export type Piece = {
  /** The member of the top-level object that it is, or is an element of; null in an array. */
  key: string | null;
  /** True for an element of an array, false for a member's whole value. */
  isElement: boolean;
  /** The line that it begins on. */
  line: number;
  json: string;
};

const cutShort = () =>
  new AppError("not-understood", {
    detail: "The file ends in the middle of a value: it seems to have been cut short.",
  });

/** No single row is that long; a longer one is not a list of places. */
const longestPiece = 16_000_000;

const quote = 0x22;
const backslash = 0x5c;
const newline = 0x0a;
const isSpace = (code: number) =>
  code === 0x20 || code === 0x09 || code === 0x0d || code === newline;
const opens = (code: number) => code === 0x7b || code === 0x5b;
const closes = (code: number) => code === 0x7d || code === 0x5d;

/**
 * Splits a JSON text of any size into the elements of its top-level array, or into the members of
 * its top-level object; a member that is an array is split into its elements. Only one piece is
 * in memory at a time. What stands between the pieces is not checked; every piece is by whoever
 * parses it.
 */
class Splitter {
  private depth = 0;
  private top: "array" | "object" | null = null;
  private isInString = false;
  private isEscaped = false;
  private line = 1;
  private key: string | null = null;
  private isKeyNext = false;
  private isInMemberArray = false;
  private piece: { text: string; depth: number; line: number; isKey: boolean } | null = null;
  private isDone = false;

  /** The depth at which a value that begins now is a piece of its own. */
  private get pieceDepth(): number {
    return this.isInMemberArray ? 2 : 1;
  }

  *read(chunk: string): Generator<Piece> {
    let from = 0;
    for (let place = 0; place < chunk.length; place++) {
      const code = chunk.charCodeAt(place);
      if (code === newline) this.line++;
      if (this.isInString) {
        if (this.isEscaped) this.isEscaped = false;
        else if (code === backslash) this.isEscaped = true;
        else if (code === quote) this.isInString = false;
        continue;
      }
      if (isSpace(code)) continue;
      const isEnd = closes(code) || code === 0x2c || code === 0x3a;
      if (this.piece && isEnd && this.depth === this.piece.depth) {
        const found = this.finish(chunk.slice(from, place));
        if (found) yield found;
      }
      if (this.piece && this.piece.text.length > longestPiece) {
        throw new AppError("too-large", {
          detail: `The row on line ${this.piece.line} is too long.`,
        });
      }
      if (!isEnd && !this.piece && this.begins(code)) from = place;
      if (code === quote) this.isInString = true;
      else this.step(code);
    }
    if (this.piece) this.piece.text += chunk.slice(from);
  }

  end(): void {
    if (!this.isDone || this.piece) throw cutShort();
  }

  /** Starts a piece, unless the value that begins is a list to go into. */
  private begins(code: number): boolean {
    if (this.isDone)
      throw new AppError("not-understood", { detail: "Something follows the end of the JSON." });
    if (this.depth === 0) return false;
    const entersArray =
      this.top === "object" && this.depth === 1 && !this.isKeyNext && code === 0x5b;
    if (entersArray || this.depth !== this.pieceDepth) return false;
    this.piece = { text: "", depth: this.depth, line: this.line, isKey: this.isKeyNext };
    return true;
  }

  private finish(rest: string): Piece | null {
    if (!this.piece) return null;
    const { text, line, isKey } = this.piece;
    this.piece = null;
    const json = text + rest;
    if (!isKey) {
      return { key: this.key, isElement: this.top === "array" || this.isInMemberArray, line, json };
    }
    this.key = String(parseJson(json, line));
    return null;
  }

  private step(code: number): void {
    if (this.depth === 0 && !opens(code)) {
      throw new AppError("not-understood", { detail: `Line ${this.line} is not JSON.` });
    }
    if (opens(code)) {
      if (this.depth === 0) {
        this.top = code === 0x5b ? "array" : "object";
        this.isKeyNext = this.top === "object";
      } else if (this.depth === 1 && this.top === "object" && code === 0x5b && !this.piece) {
        this.isInMemberArray = true;
      }
      this.depth++;
    } else if (closes(code)) {
      this.depth--;
      if (this.depth === 1 && !this.piece) this.isInMemberArray = false;
      if (this.depth === 0) this.isDone = true;
    } else if (this.depth === 1 && this.top === "object") {
      if (code === 0x3a) this.isKeyNext = false;
      if (code === 0x2c) this.isKeyNext = true;
    }
  }
}

/** The value of a JSON text; throws with the line when it is not JSON. */
export function parseJson(json: string, line: number): unknown {
  try {
    return JSON.parse(json);
  } catch (cause) {
    throw new AppError("not-understood", { cause, detail: `The JSON on line ${line} is broken.` });
  }
}

/** The pieces of a JSON text, one at a time. Throws when it ends too early. */
export async function* splitJson(text: AsyncIterable<string>): AsyncGenerator<Piece> {
  const splitter = new Splitter();
  for await (const chunk of text) yield* splitter.read(chunk);
  splitter.end();
}

/** The lines of a text, one at a time, numbered from 1. */
export async function* splitLines(
  text: AsyncIterable<string>,
): AsyncGenerator<{ line: number; text: string }> {
  let line = 0;
  let rest = "";
  for await (const chunk of text) {
    const lines = (rest + chunk).split("\n");
    rest = lines.pop() ?? "";
    if (rest.length > longestPiece) {
      throw new AppError("too-large", { detail: `Line ${line + 1} is too long.` });
    }
    for (const whole of lines) yield { line: ++line, text: whole };
  }
  if (rest !== "") yield { line: ++line, text: rest };
}
