import type { Viewer } from "@/features/members/schema";

export type PinAction = "see" | "edit" | "check";

/** What decides who may do what with a pin. */
export type Guarded = {
  visibility: "listed" | "held" | "removed";
  /** Who put it on the map; null for an imported pin. */
  memberId: string | null;
};

/**
 * Everyone sees what is listed and every member may mend it or check it, also a pin that is gone:
 * it may be back. A held pin is its author's alone, and waits: others cannot vouch for it.
 */
export function can(viewer: Viewer, action: PinAction, pin: Guarded): boolean {
  const isAuthor = viewer.isMember && viewer.memberId === pin.memberId;
  switch (pin.visibility) {
    case "listed":
      return action === "see" || viewer.isMember;
    case "held":
      return isAuthor && action !== "check";
    case "removed":
      return false;
  }
}
