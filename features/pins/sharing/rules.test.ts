import { decodeQR } from "qr/decode.js";
import { describe, expect, it } from "vitest";
import { hoursByDay, qrPath, shortLink, smsLink, spokenLink, textMessage } from "./rules";

const link = "https://map.example.org/p/AB2C3D";

it("a short link says which pin, and nothing else", () => {
  expect(shortLink("AB2C3D", "https://map.example.org")).toBe(link);
  expect(shortLink("../me?near=1,2", "https://map.example.org/app")).toBe(
    "https://map.example.org/p/..%2Fme%3Fnear%3D1%2C2",
  );
  expect(spokenLink(link)).toBe("map.example.org/p/AB2C3D");
});

describe("a text message", () => {
  it("has a line for each thing that is known, and the link last", () => {
    expect(textMessage(["Elm Street Pantry", null, "", "12 Elm St"], link)).toBe(
      `Elm Street Pantry\n12 Elm St\n${link}`,
    );
  });

  it("is not turned, hidden or stretched by a hostile name", () => {
    const hostile =
      "Pantry\u202e gro.live//:sptth\u2066\u200b\n\n\nhttps://elsewhere.example\u0000\t now";
    const lines = textMessage([hostile], link).split("\n");
    expect(lines).toEqual(["Pantry gro.live//:sptth https://elsewhere.example now", link]);
  });

  it("goes to the person's messages in one piece", () => {
    const text = textMessage(["Rice & beans? 50% + more #1", "ñandú 🥫"], link);
    const href = smsLink(text);
    expect(href).toMatch(/^sms:\?body=[^&?#+ ]+$/);
    expect(decodeURIComponent(href.slice("sms:?body=".length))).toBe(text);
  });
});

it("days with the same hours are said together", () => {
  const days = [
    { day: "Thu", hours: "9:00 to 17:00" },
    { day: "Fri", hours: "9:00 to 17:00" },
    { day: "Sat", hours: "closed" },
    { day: "Mon", hours: "9:00 to 17:00" },
  ];
  expect(hoursByDay(days)).toBe("Thu, Fri, Mon 9:00 to 17:00; Sat closed");
  expect(hoursByDay([])).toBe("");
});

describe("a QR code", () => {
  /** Draws the path's rectangles and reads them as a camera would. */
  function scan({ path, size }: ReturnType<typeof qrPath>): string {
    const scale = 4;
    const width = size * scale;
    const data = new Uint8Array(width * width).fill(255);
    for (const [, x, y, length] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g)) {
      for (let row = Number(y) * scale; row < (Number(y) + 1) * scale; row++) {
        const start = row * width + Number(x) * scale;
        data.fill(0, start, start + Number(length) * scale);
      }
    }
    const rgba = Uint8Array.from({ length: data.length * 4 }, (_, at) =>
      at % 4 === 3 ? 255 : (data[at >> 2] ?? 255),
    );
    return decodeQR({ width, height: width, data: rgba });
  }

  it.each([link, "http://192.168.1.20:3000/p/ZZZZZZ", `https://${"long.".repeat(30)}org/p/AB2C3D`])(
    "is read as what it was made from: %s",
    (text) => {
      expect(scan(qrPath(text))).toBe(text);
    },
  );

  it("keeps the light frame that readers need", () => {
    const { path, size } = qrPath(link);
    const starts = [...path.matchAll(/M(\d+) (\d+)h(\d+)/g)].map((match) =>
      match.slice(1).map(Number),
    );
    for (const [x = 0, y = 0, length = 0] of starts) {
      expect(Math.min(x, y)).toBeGreaterThanOrEqual(4);
      expect(Math.max(x + length, y + 1)).toBeLessThanOrEqual(size - 4);
    }
  });
});
