import { expect, it } from "vitest";
import { AppError } from "@/lib/errors";
import { formAgain, reasonFor } from "./form-again";
import { typedValues } from "./form-values";

function sent(values: Readonly<Record<string, string>>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(values)) form.append(name, value);
  return form;
}

it("what was typed comes back, without what the framework added and each control once", () => {
  const form = sent({ text: "Bread", $ACTION_ID_1: "x" });
  form.append("text", "Milk");
  form.append("photo", new File(["x"], "x.png"));
  expect(typedValues(form)).toEqual({ text: "Bread" });
});

it("only a sending whose answer may have been lost keeps its key", () => {
  const form = sent({ text: "Bread", idempotencyKey: "one" });
  for (const reason of ["unavailable", "sign-in-needed"])
    expect(formAgain(form, reason)).toMatchObject({ reason, idempotencyKey: "one" });
  const { idempotencyKey, values } = formAgain(form, "too-many");
  expect(idempotencyKey).toMatch(/^[0-9a-f-]{36}$/);
  expect(values.text).toBe("Bread");
});

it("what a form has words for becomes its reason, and everything else is thrown on", () => {
  const reasons = { "too-many": "too-many", conflict: "already-sent" } as const;
  expect(reasonFor(new AppError("conflict"), reasons)).toBe("already-sent");
  expect(reasonFor({ code: "P1001" }, reasons)).toBe("unavailable");
  const other = new AppError("not-found");
  expect(() => reasonFor(other, reasons)).toThrow(other);
});
