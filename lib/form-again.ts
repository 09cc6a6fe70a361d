import "server-only";
import { randomUUID } from "node:crypto";
import { isDatabaseAway } from "@/lib/database-away";
import { AppError, type ErrorCode } from "@/lib/errors";
import { type SentForm, typedValues } from "@/lib/form-values";

/** The form again, with all that was typed; after a lost answer with the same key, which finds it. */
export function formAgain<Reason extends string>(
  form: FormData,
  reason: Reason,
): SentForm<Reason> & { reason: Reason } {
  const values = typedValues(form);
  const isSame = reason === "unavailable" || reason === "sign-in-needed";
  const key = isSame ? (values.idempotencyKey ?? null) : randomUUID();
  return { reason, values, idempotencyKey: key };
}

/**
 * What a guard or a mutation threw, as a reason that the form says without losing what was typed;
 * a database that is away is always one. Throws everything else on.
 */
export function reasonFor<Reason extends string>(
  error: unknown,
  reasons: Partial<Record<ErrorCode, Reason>>,
): Reason | "unavailable" {
  const reason = error instanceof AppError ? reasons[error.code] : undefined;
  if (reason) return reason;
  if (isDatabaseAway(error)) return "unavailable";
  throw error;
}
