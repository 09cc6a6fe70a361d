import { afterAll, beforeEach } from "vitest";
import { db, disconnect } from "@/lib/db";

/** Gives every test of a file an empty database; call it once at the top of a `*.db.test.ts`. */
export function useDatabase(): void {
  beforeEach(emptyDatabase);
  afterAll(disconnect);
}

/** Deletes what tests have written; what PostGIS and the migrations brought along stays. */
export async function emptyDatabase(): Promise<void> {
  await db().$executeRaw`
    DO $$
    DECLARE
      tables text;
    BEGIN
      SELECT string_agg(format('%I', relname), ', ') INTO tables FROM pg_class
      WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'
        AND relname NOT IN ('_prisma_migrations', 'spatial_ref_sys');
      EXECUTE 'TRUNCATE ' || tables || ' RESTART IDENTITY CASCADE';
      DELETE FROM pgboss.job;
    END $$`;
}
