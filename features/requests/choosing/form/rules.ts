import type { z } from "zod";
import type { ChoosingReason } from "./schema";

/** Where answers are given and chosen. */
export const postPath = (postId: string): string => `/requests/${postId}`;

/** The names of a line's controls: `tick.<line>`, `quantity.<line>`, `note.<line>`. */
export const controlOf = (control: "tick" | "quantity" | "note" | "version", ...ids: string[]) =>
  [control, ...ids].join(".");

type Values = Readonly<Record<string, string>>;

/** The ids behind the controls of one name, in the order of the form. */
const idsOf = (values: Values, control: string): string[][] =>
  Object.keys(values)
    .filter((name) => name.startsWith(`${control}.`))
    .map((name) => name.split(".").slice(1));

/** All values but those of lines and answers; what is not ours is left in, to be refused. */
const plain = (values: Values) =>
  Object.fromEntries(
    Object.entries(values).filter(([name]) => !/^(tick|quantity|note|version)\./.test(name)),
  );

const maybe = (text: string | undefined) => (text?.trim() ? text : undefined);

/** A blank number is one; anything else that is no number is refused later. */
const number = (text: string | undefined) => (text?.trim() ? Number(text) : 1);

/** What the form of an answer sends, as answerFormSchema wants it: the lines that are ticked. */
export function answerOf(values: Values): unknown {
  const lines = idsOf(values, "tick").map(([lineId = ""]) => ({
    lineId,
    quantity: number(values[controlOf("quantity", lineId)]),
    note: maybe(values[controlOf("note", lineId)]),
  }));
  return { ...plain(values), lines, message: maybe(values.message) };
}

/** What the form of the answers sends, as chooseFormSchema wants it: each answer of which a line is ticked. */
export function choiceOf(values: Values): unknown {
  const ticked = idsOf(values, "tick");
  const taking = [...new Set(ticked.map(([responseId = ""]) => responseId))].map((responseId) => ({
    responseId,
    version: Number(values[controlOf("version", responseId)]),
    lines: ticked
      .filter(([id]) => id === responseId)
      .map(([, lineId = ""]) => ({
        lineId,
        quantity: number(values[controlOf("quantity", responseId, lineId)]),
      })),
  }));
  return { ...plain(values), version: Number(values.version), taking };
}

/** The first thing that is wrong with a form, as it is said. */
export function reasonOf({ issues }: z.ZodError): ChoosingReason {
  const [issue] = issues;
  const [field] = issue?.path ?? [];
  if (
    issue?.code === "too_small" &&
    (field === "lines" || field === "taking") &&
    issue.path.length === 1
  )
    return "nothing-ticked";
  const isText = field === "message" || field === "words" || issue?.path.at(-1) === "note";
  return isText ? "too-long" : "wrong-fields";
}
