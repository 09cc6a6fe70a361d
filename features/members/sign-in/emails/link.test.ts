import { createTranslator } from "next-intl";
import { expect, test } from "vitest";
import { mailSchema } from "@/lib/mail";
import en from "@/messages/en.json";
import es from "@/messages/es.json";
import { linkAddress } from "../rules";
import { signInMail } from "./link";

const link = linkAddress("http://localhost:3000", "x".repeat(43), "/pins/new");
const facts = { to: "rosa@example.org", link, code: "012345" };

const english = signInMail(
  { ...facts, locale: "en" },
  createTranslator({ locale: "en", messages: en, namespace: "members.mail" }),
);
const spanish = signInMail(
  { ...facts, locale: "es" },
  createTranslator({ locale: "es", messages: es, namespace: "members.mail" }),
);

test("the link carries its secret behind the #, where no server sees it", () => {
  expect(link).toBe(`http://localhost:3000/sign-in/confirm?next=%2Fpins%2Fnew#t=${"x".repeat(43)}`);
});

test("the link leads back to the page, and not to where somebody looked around", () => {
  const next = "/pins/0b8c5a1e-9a53-4a5e-8a0b-2f0a3b1c4d5e/check?q=papers&near=-87.63,41.88";
  expect(linkAddress("http://localhost:3000", "x".repeat(43), next)).toBe(
    `http://localhost:3000/sign-in/confirm?next=%2Fpins%2F0b8c5a1e-9a53-4a5e-8a0b-2f0a3b1c4d5e%2Fcheck#t=${"x".repeat(43)}`,
  );
});

test.each([
  ["English", english],
  ["Spanish", spanish],
])("the message in %s has the link and the code in both forms", (_language, mail) => {
  expect(mail.text).toContain(link);
  expect(mail.text).toContain("012345");
  expect(mail.html).toContain(`href="${link}"`);
  expect(mail.html).toContain("012345");
  expect(mailSchema.parse(mail)).toEqual(mail);
});

test("the subject tells a glance at the screen neither the code nor the address", () => {
  expect(english.subject).toBe("Your sign-in link for Cup of Sugar");
  expect(spanish.subject).toBe("Tu enlace para entrar en Cup of Sugar");
});
