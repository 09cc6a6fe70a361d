import "server-only";
import type { Answer, Change, Revision } from "@/features/pins/schema";
import { now } from "@/lib/clock";
import type { Transaction } from "@/lib/db";

type Recorded = {
  action: Revision["action"];
  /** Whose doing it is; null for the host's. */
  memberId: string | null;
  check?: { answer: Answer; change: Change | null };
};

/**
 * Keeps what each pin is now as the revision of its present version. Whoever changes a pin raises
 * its version and calls this in the same transaction; two writers of one version cannot both pass.
 */
export async function recordRevisions(
  tx: Transaction,
  pinIds: readonly string[],
  { action, memberId, check }: Recorded,
): Promise<void> {
  const said = check ? JSON.stringify({ check }) : "{}";
  await tx.$executeRaw`
    insert into pin_revision (pin_id, version, action, member_id, created_at, snapshot)
    select id, version, ${action}, ${memberId}::uuid, ${now()}, ${said}::jsonb || jsonb_build_object(
      'kind', kind, 'name', name, 'lng', lng, 'lat', lat, 'isApproximate', is_approximate,
      'timeZone', time_zone, 'street', street, 'city', city, 'region', region,
      'postcode', postcode, 'country', country, 'hoursText', hours_text,
      'openingHours', opening_hours, 'exceptions', exceptions, 'description', description, 'phone', phone,
      'website', website, 'details', details, 'status', status, 'visibility', visibility)
    from pin where id = any(${pinIds}::uuid[])`;
}
