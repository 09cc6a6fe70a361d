import { randomUUID } from "node:crypto";
import { newPostSchema } from "@/features/requests/schema";
import { db } from "@/lib/db";

/** A member of long standing, as a viewer. */
export async function newMember(displayName = "Ana", joinedAt = new Date("2026-01-01T00:00:00Z")) {
  const handle = `${displayName.toLowerCase()}-${randomUUID().slice(0, 8)}`;
  const { id } = await db().member.create({ data: { handle, displayName, createdAt: joinedAt } });
  return { isMember: true, memberId: id, handle, displayName, joinedAt } as const;
}

/** A food pantry in Chicago, with all that a pin says; name what matters to the test. */
export const pinContent = {
  kind: "food-pantry",
  name: "Elm Street Pantry",
  lng: -87.63,
  lat: 41.88,
  isApproximate: false,
  timeZone: "America/Chicago",
  street: "12 Elm St",
  city: "Chicago",
  region: "IL",
  postcode: "60601",
  country: "US",
  hoursText: null,
  openingHours: "Mo-Fr 09:00-17:00",
  exceptions: [],
  description: null,
  phone: null,
  website: null,
  details: {},
} as const;

/** A neighbour, as a viewer: of long standing, with a proven contact, who has checked a pin. */
export async function newNeighbour(displayName = "Nadia") {
  const member = await newMember(displayName);
  const { memberId } = member;
  const at = new Date();
  await db().member.update({ where: { id: memberId }, data: { emailIndex: randomUUID() } });
  const place = { kind: "water", name: "Tap", folded: "tap", lng: -87.63, lat: 41.88 };
  const ends = { timeZone: "America/Chicago", observedAt: at, ageingUntil: at, dormantAt: at };
  const pin = await db().pin.create({ data: { code: randomUUID(), ...place, ...ends } });
  await db().verification.create({
    data: { memberId, pinId: pin.id, answer: "still-there", weight: 0.5 },
  });
  return member;
}

/** The area of resolution 7 in Chicago that the requests of tests are from. */
export const chicagoCell = "872664c1affffff";

/** What a form sends to ask for nappies and a walk; name what matters to the test. */
export const newPost = (more: object = {}) =>
  newPostSchema.parse({
    side: "request",
    category: "goods",
    cell: chicagoCell,
    words: {
      summary: "Nappies for a baby of ten months",
      text: "Any brand is fine, opened packs too.",
      urgency: "by the weekend, if you can",
      handover: ["public-pin", "no-call"],
    },
    lines: [
      { strength: "must", quantity: 3, what: "Packs of nappies", size: "5" },
      { strength: "please-not", quantity: 1, what: "Scented wipes" },
    ],
    mayAnswer: "neighbours",
    answerHours: 24,
    isForSomeone: false,
    hasConsent: false,
    isConfirmed: false,
    ...more,
  });
