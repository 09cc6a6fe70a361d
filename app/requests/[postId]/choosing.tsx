import { randomUUID } from "node:crypto";
import type { MemberViewer } from "@/features/members/schema";
import { AnswerPart } from "@/features/requests/choosing/components/answer-part";
import { AnswersPart } from "@/features/requests/choosing/components/answers-part";
import { ChoosingWords } from "@/features/requests/choosing/components/choosing-words";
import { EndPart } from "@/features/requests/choosing/components/end-part";
import { answersOf, ownAnswer } from "@/features/requests/choosing/queries";
import { SuggestionsPart } from "@/features/requests/matching/components/suggestions-part";
import { suggestionsOf } from "@/features/requests/matching/queries";
import type { PostPage } from "@/features/requests/queries";
import { now } from "@/lib/clock";
import { getReader } from "@/lib/i18n/reader";

/**
 * The part of a post's page below its words: for its poster the answers and what might fit, for
 * everybody else their own answer alone.
 */
export async function Choosing({
  viewer,
  page: { post, may, own },
  search,
}: {
  viewer: MemberViewer;
  page: PostPage;
  /** `answered` and `chosen` say what was just done. */
  search: Readonly<Record<string, string | string[] | undefined>>;
}) {
  const reader = await getReader();
  const shared = { post, reader, now: now(), idempotencyKey: randomUUID() };
  if (!own) {
    const answer = await ownAnswer(viewer, post.id);
    const mayAnswer = may.includes("answer");
    return (
      <ChoosingWords>
        <AnswerPart
          {...shared}
          own={answer}
          mayAnswer={mayAnswer}
          isJustSent={"answered" in search}
        />
      </ChoosingWords>
    );
  }
  const [answers, suggestions] = await Promise.all([
    answersOf(viewer, post.id),
    suggestionsOf(viewer, post.id),
  ]);
  return (
    <>
      {answers && (
        <ChoosingWords>
          {" "}
          <AnswersPart
            {...shared}
            page={answers}
            mayChoose={may.includes("choose")}
            isJustChosen={"chosen" in search}
          />
        </ChoosingWords>
      )}
      {may.includes("end") && <EndPart postId={post.id} />}
      <SuggestionsPart suggestions={suggestions} reader={reader} />
    </>
  );
}
