/** How much others can rely on a member so far (safety.md 6.1). More levels join later. */
export const trustLevels = ["newcomer", "neighbour"] as const;
export type TrustLevel = (typeof trustLevels)[number];

/** Public facts about a member's doings, nothing about who they are. */
export type TrustFacts = {
  joinedAt: Date;
  /** A contact has been proven: a mail was read, or a provider vouched. */
  isContactProven: boolean;
  isInvitedByRegular: boolean;
  /** Checks of pins, and messages received in answer to something of theirs. */
  harmlessActions: number;
};
