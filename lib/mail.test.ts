import { beforeEach, describe, expect, test, vi } from "vitest";
import { mailSchema, sealMail, unsealMail, writeMail } from "./mail";

beforeEach(() => {
  vi.stubEnv("DATABASE_URL", "postgresql://nobody@localhost/nowhere");
});

const mail = { to: "rosa@example.org", subject: "Hello", text: "Hi\n", html: "<p>Hi</p>" };

test("a message waits in the queue sealed", () => {
  const sealed = sealMail(mail);
  expect(Buffer.from(sealed, "base64url").includes("rosa")).toBe(false);
  expect(unsealMail(sealed)).toEqual(mail);
});

describe("a message is refused", () => {
  test.each([
    ["with a second line in its subject", { ...mail, subject: "Hello\r\nBcc: x@evil.example" }],
    [
      "with a line separator in its subject",
      { ...mail, subject: "Hello\u2028Bcc: x@evil.example" },
    ],
    ["to two people", { ...mail, to: "rosa@example.org,x@evil.example" }],
    ["to a name with an address in it", { ...mail, to: '"x@evil.example"@example.org' }],
    ["to an address with a second line", { ...mail, to: "rosa@example.org\nBcc: x@evil.example" }],
  ])("%s", (_why, wrong) => {
    expect(mailSchema.safeParse(wrong).success).toBe(false);
  });
});

test("words from people cannot become markup", () => {
  const { text, html } = writeMail(
    [
      { is: "words", words: "<script>alert('1')</script> & more" },
      { is: "link", words: "Open", href: 'https://example.org/?a=1&b="2"' },
      { is: "code", code: "012345" },
    ],
    "en",
  );
  expect(html).not.toContain("<script>");
  expect(html).toContain("&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt; &amp; more");
  expect(html).toContain('href="https://example.org/?a=1&amp;b=&quot;2&quot;"');
  expect(text).toBe(
    "<script>alert('1')</script> & more\n\nOpen:\nhttps://example.org/?a=1&b=\"2\"\n\n012345\n",
  );
});
