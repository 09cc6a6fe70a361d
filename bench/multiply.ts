import pg from "pg";

/** Degrees by which a copy may lie beside its pin: two kilometres, so that a town stays a town. */
const farthest = 0.02;

/**
 * Puts so many copies beside every pin of a database, for measurements at ten million and more: to
 * draw as many anew takes an hour. Indexes that are not unique are made again afterwards, and counts
 * have to be made anew.
 */
export async function multiplyPins(databaseUrl: string, copies: number): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    // Neither triggers nor foreign keys: all rows are copies of rows that have passed both.
    await client.query("set session_replication_role = replica; set maintenance_work_mem = '1GB'");
    const { rows: indexes } = await client.query<{ name: string; definition: string }>(
      `select indexrelid::regclass::text as name, pg_get_indexdef(indexrelid) as definition
       from pg_index where indrelid = 'pin'::regclass and not indisunique`,
    );
    for (const { name } of indexes) await client.query(`drop index ${name}`);
    const { rows: columns } = await client.query<{ name: string }>(
      `select quote_ident(column_name) as name from information_schema.columns
       where table_schema = 'public' and table_name = 'pin' and is_generated = 'NEVER'
         and column_name not in ('id', 'code', 'lng', 'lat', 'external_id') order by ordinal_position`,
    );
    const same = columns.map(({ name }) => name).join(", ");
    for (let copy = 1; copy <= copies; copy++)
      await client.query(
        `insert into pin (code, external_id, lng, lat, ${same})
         select code || '-' || $1, external_id || '-' || $1,
           greatest(-180, least(180, lng + (random() - 0.5) * 2 * $2)),
           greatest(-84, least(84, lat + (random() - 0.5) * 2 * $2)), ${same}
         from pin where code !~ '-'`,
        [String(copy), farthest],
      );
    for (const { definition } of indexes) await client.query(definition);
    await client.query("vacuum analyze pin");
  } finally {
    await client.end();
  }
}
