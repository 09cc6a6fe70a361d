/** What was typed, by control, without what the framework added. A repeated control counts once. */
export function typedValues(form: FormData): Record<string, string> {
  const values: Record<string, string> = {};
  for (const [name, value] of form) {
    if (!name.startsWith("$ACTION") && typeof value === "string") values[name] ??= value;
  }
  return values;
}

/** What a form shows after its action. */
export type SentForm<Reason extends string> = {
  /** Why it came back; null before the first sending, and after one that went well. */
  reason: Reason | null;
  /** What was typed and ticked, by control: nothing of it is lost. */
  values: Readonly<Record<string, string>>;
  /** For the next time that it is sent; null keeps the page's own. */
  idempotencyKey: string | null;
};

export const unsentForm: SentForm<never> = { reason: null, values: {}, idempotencyKey: null };
