import "server-only";
import { z } from "zod";
import type { MemberViewer } from "@/features/members/schema";
import { openTimes } from "@/features/pins/hours/rules";
import { nearestPins, pinById } from "@/features/pins/queries";
import { noFilter, type PinSummary } from "@/features/pins/schema";
import { minuteMs } from "@/lib/clock";
import { unseal } from "@/lib/crypto";
import { db } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { guardedThread } from "../queries";
import { isOpenAt } from "./rules";
import { type MeetingShown, meetingKinds, meetingWordsSchema } from "./schema";

const mostPlaces = 8;
const farthestMetres = 25_000;

const centreSchema = z.object({ centerLng: z.number(), centerLat: z.number() });

/** Public pins near the centre of the post's area, nearest first; none once the area is erased. */
export async function meetingPlaces(viewer: MemberViewer, threadId: string): Promise<PinSummary[]> {
  const { postId } = await guardedThread(db(), viewer, threadId, "meet");
  const post = await db().post.findUnique({
    where: { id: postId },
    select: { centerLng: true, centerLat: true },
  });
  const centre = centreSchema.safeParse(post);
  if (!centre.success) return [];
  const { pins } = await nearestPins(viewer, {
    near: { lng: centre.data.centerLng, lat: centre.data.centerLat },
    radiusMetres: farthestMetres,
    filter: { ...noFilter, kinds: [...meetingKinds] },
    limit: mostPlaces,
  });
  return pins.filter(({ status }) => status === "open");
}

/** Whether the pin is open then by its hours; null where they, or the pin, are not known any more. */
async function openThen(viewer: MemberViewer, pinId: string, at: Date): Promise<boolean | null> {
  const pin = await pinById(viewer, pinId).catch((error) => {
    if (error instanceof AppError) return null;
    throw error;
  });
  if (!pin?.openingHours) return null;
  const from = new Date(at.getTime() - minuteMs);
  return isOpenAt(openTimes({ ...pin, openingHours: pin.openingHours }, from, 1), at);
}

/** Where and when the two meet, proposed or agreed on; null while nothing is. Else `not-found`. */
export async function meetingOf(
  viewer: MemberViewer,
  threadId: string,
): Promise<MeetingShown | null> {
  const thread = await guardedThread(db(), viewer, threadId, "meet");
  const row = await db().meeting.findUnique({ where: { threadId: thread.id } });
  if (!row) return null;
  const words = meetingWordsSchema.parse(JSON.parse(unseal("meeting", row.sealed)));
  return {
    ...words,
    isProposedByMe: row.proposedById === viewer.memberId,
    proposedAt: row.createdAt,
    agreedAt: row.agreedAt,
    isOpenThen: await openThen(viewer, words.pinId, words.at),
  };
}
