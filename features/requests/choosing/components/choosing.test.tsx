import { NextIntlClientProvider } from "next-intl";
import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import type { GivenAnswer, OpenLine } from "@/features/requests/choosing/schema";
import type { ReadLine } from "@/features/requests/schema";
import type { Locale } from "@/lib/i18n/locale";
import en from "@/messages/en.json";
import es from "@/messages/es.json";
import { AnswerForm } from "./answer-form";
import { ChooseForm } from "./choose-form";

const messages = { en, es };
const id = (last: string) => `00000000-0000-4000-8000-00000000000${last}`;
const words = { what: "Packs of nappies", size: "5" };
const line: ReadLine = { id: id("1"), strength: "must", quantity: 3, ...words };
const notThis: ReadLine = { id: id("2"), strength: "please-not", quantity: 1, what: "Wipes" };
const open: OpenLine = { ...line, left: 1 };

const given = (more: Partial<GivenAnswer> = {}): GivenAnswer => ({
  ...{ id: id("3"), version: 4, status: "waiting", displayName: "Ben", threadId: null },
  message: "Any evening",
  lines: [{ lineId: line.id, quantity: 2, taken: 0, note: "size 5, not 4" }],
  ...more,
});

const shown = (locale: Locale, children: ReactNode) =>
  renderToStaticMarkup(
    <NextIntlClientProvider locale={locale} messages={messages[locale]} timeZone="UTC">
      {children}
    </NextIntlClientProvider>,
  );

const choosing = (answers: readonly GivenAnswer[], locale: Locale = "en") =>
  shown(
    locale,
    <ChooseForm
      {...{ answers, lines: [open], postId: id("9"), side: "request", version: 7 }}
      mayChoose
      idempotencyKey={id("8")}
    />,
  );

describe("the form of an answer", () => {
  const form = (locale: Locale) =>
    shown(
      locale,
      <AnswerForm
        {...{ postId: id("9"), side: "request", lines: [line, notThis], own: null }}
        idempotencyKey={id("8")}
      />,
    );

  it("asks for each line but what is not wanted, and ticks a line that is alone", () => {
    const html = form("en");
    expect(html).toContain("3 × Packs of nappies, 5");
    expect(html).toMatch(
      new RegExp(`checked=""[^>]*name="tick.${line.id}"|name="tick.${line.id}"[^>]*checked`),
    );
    expect(html).not.toContain("Wipes");
    expect(form("es")).toContain("Hace falta");
  });
});

describe("the answers", () => {
  it("stand with a tick each, and no more than is left can be taken", () => {
    const html = choosing([given()]);
    expect(html).toContain("From Ben");
    expect(html).toContain("size 5, not 4");
    expect(html).toContain(`name="tick.${id("3")}.${line.id}"`);
    expect(html).not.toContain(`name="quantity.${id("3")}.${line.id}"`);
    expect(html).toContain(`name="version.${id("3")}"`);
    expect(html).toContain("Decline kindly");
  });

  it("that are decided have no ticks, and a way to the conversation", () => {
    const html = choosing([
      given({
        status: "chosen",
        threadId: id("7"),
        lines: [{ lineId: line.id, quantity: 2, taken: 2 }],
      }),
      given({ id: id("4"), status: "declined" }),
    ]);
    expect(html).toContain("2 of 2 chosen");
    expect(html).toContain(`/me/threads/${id("7")}`);
    expect(html).not.toContain('type="checkbox"');
    expect(html).not.toContain("Choose what is ticked");
  });

  it("are the same in Spanish", () => {
    expect(choosing([given()], "es")).toContain("Rechazar con amabilidad");
  });
});
