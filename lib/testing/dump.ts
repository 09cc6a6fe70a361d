import { z } from "zod";
import { db, Prisma } from "@/lib/db";

const namesSchema = z.array(z.object({ schema: z.string(), name: z.string() }));
const rowsSchema = z.array(z.object({ row: z.string() }));
const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`;

/** Every row of every table, the queue's too, as JSON text: what a stolen copy would hold. */
export async function dumpAll(): Promise<string> {
  const tables = namesSchema.parse(
    await db().$queryRaw`
      select table_schema as schema, table_name as name from information_schema.tables
      where table_schema in ('public', 'pgboss') and table_type = 'BASE TABLE'
        and table_name not in ('spatial_ref_sys', '_prisma_migrations')
      order by 1, 2`,
  );
  const dumped: string[] = [];
  for (const { schema, name } of tables) {
    const table = `${quoted(schema)}.${quoted(name)}`;
    const rows = rowsSchema.parse(
      await db().$queryRaw(
        new Prisma.Sql([`select row_to_json(t)::text as row from ${table} t`], []),
      ),
    );
    dumped.push(...rows.map(({ row }) => `${schema}.${name} ${row}`));
  }
  return dumped.join("\n");
}
