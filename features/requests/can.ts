import type { Viewer } from "@/features/members/schema";
import type { TrustLevel } from "@/features/members/trust/schema";
import type { PostStatus } from "./schema";

/** `answers` is reading what others answered; `choose` covers taking, declining and "it fell through". */
export type PostAction = "see" | "answer" | "answers" | "choose" | "end" | "renew" | "report";

/** Who asks to do it. A stranger has no level. */
export type Person = { viewer: Viewer; level: TrustLevel | null };

/** What decides who may do what with a request or an offer. */
export type GuardedPost = {
  memberId: string;
  status: PostStatus;
  /** Its random delay is over. */
  isOut: boolean;
  /** Words and area are gone for good. */
  isErased: boolean;
  mayAnswer: "neighbours" | "anyone";
  /** One of the two has blocked the other, or somebody in their invite subtree. */
  isBlocked: boolean;
  /** It was suggested for an open post of the viewer's own. */
  isSuggested: boolean;
  /** The viewer has answered it. */
  hasAnswered: boolean;
};

/**
 * A poster does everything with their own; neighbours read what is open and answer it; a newcomer
 * reads only what was suggested for their own post, so that nobody has to climb a ladder to be
 * helped. Who has answered keeps sight of it until it is erased. Everyone else learns nothing, not
 * even that it exists.
 */
export function canPost({ viewer, level }: Person, action: PostAction, post: GuardedPost): boolean {
  if (!viewer.isMember || level === null) return false;
  if (viewer.memberId === post.memberId) return canOwn(action, post);
  if (post.isBlocked || post.isErased) return false;
  const isOpen = post.isOut && post.status === "open";
  const isNear = level === "neighbour" || post.isSuggested;
  switch (action) {
    case "see":
    case "report":
      return post.hasAnswered || (isOpen && isNear);
    case "answer":
      return isOpen && (level === "neighbour" || (post.isSuggested && post.mayAnswer === "anyone"));
    case "answers":
    case "choose":
    case "end":
    case "renew":
      return false;
  }
}

function canOwn(action: PostAction, { status, isErased }: GuardedPost): boolean {
  const isRunning = status === "open" || status === "chosen";
  switch (action) {
    case "see":
    case "answers":
      return !isErased;
    case "choose":
    case "end":
      return isRunning && !isErased;
    case "renew":
      return (status === "open" || status === "expired") && !isErased;
    case "answer":
    case "report":
      return false;
  }
}

export type ThreadAction =
  | "read"
  | "write"
  | "send-place"
  | "see-place"
  | "meet"
  | "end"
  | "report";

export type GuardedThread = {
  posterId: string;
  helperId: string;
  status: "open" | "handed-over" | "fell-through" | "ended";
  isBlocked: boolean;
  /** The viewer has left it. */
  hasLeft: boolean;
};

/**
 * A thread is its two members' alone; no steward and no host reads it. Only the poster sends the
 * place, and only the helper who is still accepted sees it; the poster sees what they sent.
 */
export function canThread(viewer: Viewer, action: ThreadAction, thread: GuardedThread): boolean {
  if (!viewer.isMember || thread.hasLeft) return false;
  const isPoster = viewer.memberId === thread.posterId;
  const isHelper = viewer.memberId === thread.helperId;
  if (!isPoster && !isHelper) return false;
  if (action === "report") return true;
  if (thread.isBlocked) return false;
  const isGoing = thread.status === "open" || thread.status === "handed-over";
  switch (action) {
    case "read":
      return true;
    case "write":
    case "meet":
    case "see-place":
      return isGoing;
    case "send-place":
      return isPoster && thread.status === "open";
    case "end":
      return isGoing;
  }
}
