import { randomUUID } from "node:crypto";
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
