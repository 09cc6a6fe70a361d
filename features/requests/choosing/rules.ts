import { longestOpenMs } from "@/features/requests/rules";
import type { Strength } from "@/features/requests/schema";
import type { AnswerInput, ChooseInput, ResponseStatus } from "./schema";

/** A line of a post, with how much of it has been taken from all answers together. */
export type CountedLine = { id: string; strength: Strength; quantity: number; taken: number };

/** How much is still to be found. What is not wanted is never looked for. */
export const leftOf = ({ strength, quantity, taken }: Omit<CountedLine, "id">): number =>
  strength === "please-not" ? 0 : Math.max(0, quantity - taken);

/** Whether all that must be and all that would be liked has been found. */
export const isCovered = (lines: readonly CountedLine[]): boolean =>
  lines.every((line) => leftOf(line) === 0);

/** Whether an answer is to these lines: each once, none that is not wanted, no more than is wanted. */
export function answersLines(
  answer: AnswerInput["lines"],
  lines: readonly Omit<CountedLine, "taken">[],
): boolean {
  const byId = new Map(lines.map((line) => [line.id, line]));
  const isOfThese = answer.every(({ lineId, quantity }) => {
    const line = byId.get(lineId);
    return line && line.strength !== "please-not" && quantity <= line.quantity;
  });
  return isOfThese && new Set(answer.map(({ lineId }) => lineId)).size === answer.length;
}

/** An answer that may be taken from, with what is taken of it already. */
export type CountedAnswer = {
  id: string;
  version: number;
  status: ResponseStatus;
  lines: readonly { lineId: string; quantity: number; taken: number }[];
};

const isOnce = (ids: readonly string[]) => new Set(ids).size === ids.length;

/**
 * Why this may not be taken, or null. Never more of a line than is left of it, nor more of an
 * answer than it gives; only from answers that are as the poster saw them.
 */
export function takingRefusal(
  taking: ChooseInput["taking"],
  answers: readonly CountedAnswer[],
  lines: readonly CountedLine[],
): "changed" | "too-much" | null {
  const byId = new Map(answers.map((answer) => [answer.id, answer]));
  if (!isOnce(taking.map(({ responseId }) => responseId))) return "too-much";
  const left = new Map(lines.map((line) => [line.id, leftOf(line)]));
  for (const { responseId, version, lines: wanted } of taking) {
    const answer = byId.get(responseId);
    const isTakeable = answer?.status === "waiting" || answer?.status === "chosen";
    if (!answer || !isTakeable || answer.version !== version) return "changed";
    if (!isOnce(wanted.map(({ lineId }) => lineId))) return "too-much";
    for (const { lineId, quantity } of wanted) {
      const given = answer.lines.find((line) => line.lineId === lineId);
      const rest = (left.get(lineId) ?? 0) - quantity;
      if (!given || given.taken + quantity > given.quantity || rest < 0) return "too-much";
      left.set(lineId, rest);
    }
  }
  return null;
}

/**
 * The end of a post that opens again: the time in which it was off the map does not count, up to
 * the longest that a post may stay.
 */
export const endAfterReopening = (
  post: { createdAt: Date; expiresAt: Date },
  chosenAt: Date,
  now: Date,
): Date =>
  new Date(
    Math.max(
      post.expiresAt.getTime(),
      Math.min(
        post.expiresAt.getTime() + Math.max(0, now.getTime() - chosenAt.getTime()),
        post.createdAt.getTime() + longestOpenMs,
      ),
    ),
  );
