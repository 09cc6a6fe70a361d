import { cellAt, centreOf } from "@/features/places/cells/rules";
import { now } from "@/lib/clock";
import { seal } from "@/lib/crypto";
import { db } from "@/lib/db";
import { newMember } from "./builders";

/** Near the middle of Chicago, where the pins of the builders are too. */
const cell = cellAt({ lng: -87.63, lat: 41.88 }, 7);

type Member = Awaited<ReturnType<typeof newMember>>;

/** A request of Ana's, answered by Ben, whom she has chosen: the two have a conversation. */
export async function newThread(
  people: { poster?: Member; helper?: Member; summary?: string } = {},
) {
  const poster = people.poster ?? (await newMember("Ana"));
  const helper = people.helper ?? (await newMember("Ben"));
  const { lng, lat } = centreOf(cell);
  const later = new Date(now().getTime() + 10 * 24 * 3_600_000);
  const words = { summary: people.summary ?? "A warm coat, size M", handover: [] };
  const post = await db().post.create({
    data: {
      ...{ side: "request", category: "goods", memberId: poster.memberId, cell },
      ...{ centerLng: lng, centerLat: lat, sealed: seal("post", JSON.stringify(words)) },
      ...{ status: "chosen", visibleFrom: now(), answersUntil: later, expiresAt: later },
      lines: {
        create: {
          ...{ position: 0, strength: "must", quantity: 1 },
          sealed: seal("post-line", JSON.stringify({ what: "A coat" })),
        },
      },
    },
    include: { lines: true },
  });
  const response = await db().response.create({
    data: {
      ...{ postId: post.id, memberId: helper.memberId, status: "chosen", decidedAt: now() },
      lines: { create: post.lines.map(({ id }) => ({ lineId: id, quantity: 1, taken: 1 })) },
    },
  });
  const ids = { postId: post.id, responseId: response.id };
  const thread = await db().thread.create({
    data: { ...ids, posterId: poster.memberId, helperId: helper.memberId, createdAt: now() },
  });
  return { poster, helper, threadId: thread.id, ...ids };
}
