import "server-only";
import type { Viewer } from "@/features/members/schema";
import { within } from "@/features/pins/form/rules";
import { pinById } from "@/features/pins/queries";
import { pinIdSchema } from "@/features/pins/schema";
import { nearestTown } from "@/features/places/queries";
import { now } from "@/lib/clock";
import { timeZoneAt } from "@/lib/time-zone";
import { hoursOfForm, previewOf, typedDetails } from "./rules";
import type { HoursPreview } from "./schema";

const degreesOf = (typed: string | undefined, most: number) => {
  const degrees = Number(typed?.replace(",", ".") || Number.NaN);
  return Math.abs(degrees) <= most ? degrees : null;
};

/** A place that nobody has named yet; its days are those of UTC. */
const nowhere = { lng: 0, lat: 0, timeZone: "UTC", country: null, region: null };

/** Where the form's pin is, as far as the form says already. */
async function placeOf(viewer: Viewer, values: Readonly<Record<string, string>>) {
  const pinId = pinIdSchema.safeParse(values.pinId);
  if (pinId.success) return pinById(viewer, pinId.data);
  const [lng, lat] = [degreesOf(values.lng, 180), degreesOf(values.lat, 90)];
  if (lng === null || lat === null) return nowhere;
  const town = await nearestTown(viewer, { lng, lat });
  const { country = null, region = null } = town ?? {};
  return { lng, lat, timeZone: timeZoneAt({ lng, lat }), country, region };
}

/** What the hours of a form, by the names of its controls, come to in the coming two weeks. */
export async function previewHours(
  viewer: Viewer,
  values: Readonly<Record<string, string>>,
): Promise<HoursPreview> {
  const place = await placeOf(viewer, values);
  const before = "hoursText" in place ? place : null;
  const context = { now: now(), timeZone: place.timeZone, before };
  const controls = { hours: within(values, "hours"), exceptions: within(values, "exceptions") };
  const details = typedDetails(within(values, "details"));
  return previewOf(hoursOfForm(controls, context), { ...place, details }, context.now);
}
