import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  latin1AsWindows1252,
  mend,
  mendMojibake,
  phoneNumber,
  shorten,
  webAddress,
  withoutEmails,
} from "./rules";

describe("mend", () => {
  it.each([
    ["Lorraine&#8217;s Kitchen &amp; Pantry", "Lorraine’s Kitchen & Pantry"],
    ["St. Patrick&amp;#039;s", "St. Patrick's"],
    ["The Lordâ€™s Pantry", "The Lord’s Pantry"],
    ["CafÃ© Niño", "Café Niño"],
    ["<p>First</p><p>Second<br>Third</p>", "First\nSecond\nThird"],
    ["<tr><td>Monday</td><td><time>9-10</time><time>12-1</time></td></tr>", "Monday 9-10, 12-1"],
    ["Soup<script>alert(1)</script> kitchen", "Soup kitchen"],
    ["&lt;img src=x onerror=alert(1)&gt;Soup", "Soup"],
    ["Soup <img src=x onerror=", "Soup"],
    ["<!-- hidden -->Soup", "Soup"],
    ["evil\u202Etxt.exe\u202C \u0000name\u200B", "eviltxt.exe name"],
    ["  two   spaces\tand\r\n\r\nlines  ", "two spaces and\nlines"],
    ["5 < 6 and 7 > 3", "5 < 6 and 7 > 3"],
    ["half a pair \uD83C!", "half a pair !"],
    ["👩‍🍳 کتاب‌خانه", "👩‍🍳 کتاب‌خانه"],
  ])("makes %j readable", (text, expected) => {
    expect(mend(text)).toBe(expected);
  });

  it("leaves right accents alone", () => {
    for (const text of ["Ñandú, São Tomé, Ålesund", "Ærø – “così” à 5 €"]) {
      expect(mendMojibake(text)).toBe(text);
    }
  });

  it("undoes reading UTF-8 as Windows-1252, for any text that does not look misread itself", () => {
    const text = fc.string({ unit: fc.constantFrom(..."aé’ñ–ü€çõ“”…日") });
    fc.assert(
      fc.property(text, (given) => {
        fc.pre(mendMojibake(given) === given);
        const misread = Array.from(Buffer.from(given, "utf8"), (byte) =>
          String.fromCharCode(byte),
        ).join("");
        expect(mendMojibake(misread)).toBe(given);
        expect(mendMojibake(latin1AsWindows1252(misread))).toBe(given);
      }),
    );
  });

  it("never leaves a tag, a control character or a turn of direction, and is stable", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (given) => {
        const mended = mend(given);
        // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
        expect(mended).not.toMatch(/<[a-z!/]|[\u0000-\u0008\u202A-\u202E\u2066-\u2069]/i);
        expect(mend(mended)).toBe(mended);
      }),
    );
  });
});

describe("e-mail addresses", () => {
  it.each([
    ["Email laura@mannanorthampton.org to sign up.", "Email to sign up.", 1],
    ["a.b+c@mail.example.co.uk, d@e.org", ",", 2],
    ["mailto:x@y.org", "", 1],
    [`${"a".repeat(100_000)} @`, `${"a".repeat(100_000)} @`, 0],
    ["jane (at) gmail.com", "", 1],
    ["Mass @ 10, then soup", "Mass @ 10, then soup", 0],
  ])("are dropped from %j", (text, rest, count) => {
    expect(withoutEmails(text)).toEqual({ text: rest, count });
  });
});

describe("shorten", () => {
  it("cuts a 400-character name at a word", () => {
    const short = shorten("word ".repeat(80), 120);
    expect(short.length).toBeLessThanOrEqual(120);
    expect(short).toMatch(/word…$/);
  });

  it("cuts a text without spaces anyway, and never half a letter", () => {
    expect(shorten("x".repeat(400), 120)).toHaveLength(120);
    expect(shorten("🍎".repeat(100), 10)).toBe("🍎🍎🍎🍎…");
  });
});

describe("websites and telephones", () => {
  it.each([
    ["https://example.org/food", "https://example.org/food"],
    ["example.org/food", "https://example.org/food"],
    ["javascript:alert(1)", null],
    ["data:text/html,x", null],
    ["https://user:secret@example.org/", null],
    ["Iohnyc", null],
    ["see our page", null],
  ])("%j is the website %j", (text, expected) => {
    expect(webAddress(text)).toBe(expected);
  });

  it.each([
    ["(518) 237-9201 x4", "(518) 237-9201 x4"],
    ["Call 518-434-4686 first", "518-434-4686"],
    ["+34 91 123 45 67", "+34 91 123 45 67"],
    ["911", null],
    ["by e-mail", null],
  ])("%j is the telephone number %j", (text, expected) => {
    expect(phoneNumber(text)).toBe(expected);
  });
});
