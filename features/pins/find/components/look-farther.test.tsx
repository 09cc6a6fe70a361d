import { NextIntlClientProvider } from "next-intl";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import type { Reach } from "@/features/pins/find/farther/rules";
import { parseFind } from "@/features/pins/find/schema";
import type { Reader } from "@/lib/i18n/locale";
import en from "@/messages/en.json";
import { LookFarther } from "./look-farther";

const reader: Reader = { locale: "en", formatTag: "en-US", units: "miles" };
const find = parseFind({
  ...{ near: "-87.63,41.88", place: "Loop", radius: "3219", kind: "water", access: "no-id" },
  ...{ open: "now", show: "40", map: "14/41.88/-87.63" },
});

function htmlOf(reach: Reach): string {
  return renderToStaticMarkup(
    <NextIntlClientProvider locale="en" messages={en} timeZone="UTC">
      <LookFarther find={find} reach={reach} reader={reader} />
    </NextIntlClientProvider>,
  ).replaceAll("&amp;", "&");
}

it("a short list says where it ends, and a plain link looks farther for the same", () => {
  const html = htmlOf({ radiusMetres: 3219, count: 1, nextMetres: 5000 });
  expect(html).toContain("That is all within 2 mi. The next one is 3.1 mi away.");
  expect(html).toContain(
    'href="/?near=-87.63,41.88&place=Loop&radius=8047&kind=water&open=now&access=no-id"',
  );
  expect(html).toContain("Look within 5 mi");
});

it("at the largest distance there is nowhere to look", () => {
  const html = htmlOf({ radiusMetres: 80_467, count: 30, nextMetres: null });
  expect(html).toContain("That is all within 50 mi.");
  expect(html).not.toContain("<a");
});
