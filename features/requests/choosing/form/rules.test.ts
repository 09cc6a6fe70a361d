import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { answerOf, choiceOf, controlOf, reasonOf } from "./rules";
import { answerFormSchema, chooseFormSchema } from "./schema";

const [key, postId, line, other, response] = Array.from({ length: 5 }, () => randomUUID());
const [idempotencyKey, lineId, otherId, responseId] = [
  key ?? "",
  line ?? "",
  other ?? "",
  response ?? "",
];
const base = { idempotencyKey, postId: postId ?? "" };

describe("the form of an answer", () => {
  const parse = (values: Record<string, string>) =>
    answerFormSchema.safeParse(answerOf({ ...base, ...values }));

  it("is the lines that are ticked, with their numbers and notes", () => {
    const sent = parse({
      message: " Any evening ",
      [controlOf("tick", lineId)]: "on",
      [controlOf("quantity", lineId)]: "2",
      [controlOf("note", lineId)]: "size 5 not 4",
      [controlOf("quantity", otherId)]: "3",
    });
    expect(sent.data).toEqual({
      ...{ ...base, message: "Any evening" },
      lines: [{ lineId, quantity: 2, note: "size 5 not 4" }],
    });
  });

  it("says what is wrong with it", () => {
    const reason = (values: Record<string, string>) => {
      const { error } = parse(values);
      return error && reasonOf(error);
    };
    const tick = { [controlOf("tick", lineId)]: "on" };
    expect(reason({})).toBe("nothing-ticked");
    expect(reason({ ...tick, message: "x".repeat(1001) })).toBe("too-long");
    expect(reason({ ...tick, [controlOf("quantity", lineId)]: "many" })).toBe("wrong-fields");
    expect(reason({ ...tick, lat: "1", lng: "2" })).toBe("wrong-fields");
    expect(reason({ ...tick, message: "x".repeat(1_000_000) })).toBe("too-long");
  });
});

describe("the form of a choice", () => {
  it("is what is ticked of each answer, with the versions that the page showed", () => {
    const sent = chooseFormSchema.parse(
      choiceOf({
        ...base,
        version: "7",
        [controlOf("version", responseId)]: "2",
        [controlOf("tick", responseId, lineId)]: "on",
        [controlOf("quantity", responseId, lineId)]: "2",
        [controlOf("tick", responseId, otherId)]: "on",
      }),
    );
    expect(sent).toMatchObject({ version: 7 });
    expect(sent.taking).toEqual([
      {
        ...{ responseId, version: 2 },
        lines: [
          { lineId, quantity: 2 },
          { lineId: otherId, quantity: 1 },
        ],
      },
    ]);
  });
});
