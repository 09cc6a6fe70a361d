import { z } from "zod";

/** Who is looking: someone without an account, or a member. Never carries an e-mail address. */
export type Viewer =
  | { isMember: false }
  | { isMember: true; memberId: string; handle: string; displayName: string; joinedAt: Date };

export type MemberViewer = Extract<Viewer, { isMember: true }>;

export const stranger: Viewer = { isMember: false };

/** A name that other members see. Never an e-mail address. */
export const displayNameSchema = z
  .string()
  .trim()
  .min(2)
  .max(40)
  .regex(/^[^@<>\p{Cc}\p{Cf}]+$/u);
