import type { EventEmitter } from "node:events";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { PrismaPg } from "@prisma/adapter-pg";
import { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum } from "@prisma/driver-adapter-utils";
import * as bindings from "@prisma/schema-engine-wasm/schema_engine_bg";
import pg from "pg";

const wasmFile = createRequire(import.meta.url)
  .resolve("@prisma/schema-engine-wasm/schema_engine_bg")
  .replace(/\.js$/, ".wasm");

/** PostGIS brings this table along; it is nobody's to migrate. */
export const filters = { externalTables: ["public.spatial_ref_sys"], externalEnums: [] };

let isLoaded = false;

async function loadWasm(): Promise<void> {
  if (isLoaded) return;
  const { instance } = await WebAssembly.instantiate(readFileSync(wasmFile), {
    "./schema_engine_bg.js": { ...bindings },
  });
  bindings.__wbg_set_wasm(instance.exports);
  if (typeof instance.exports.__wbindgen_start === "function") instance.exports.__wbindgen_start();
  isLoaded = true;
}

const charOid = 18;
const textOid = 25;

/**
 * adapter-pg 7.10 mended: it knows no columns of the one-byte type "char", as PostgreSQL's catalogue
 * has them, and does not send scripts whole. One connection, so that answers come in the order of the questions.
 */
class CatalogueAdapter extends PrismaPg {
  #charColumns: boolean[] = [];

  constructor(pool: pg.Pool) {
    super(pool);
    pool.on("connect", (client) => {
      const connection: EventEmitter = Reflect.get(client, "connection");
      connection.prependListener("rowDescription", (message: { fields: Field[] }) =>
        this.#note(message.fields),
      );
    });
  }

  #note(fields: Field[]): void {
    this.#charColumns = fields.map(({ dataTypeID }) => dataTypeID === charOid);
    for (const field of fields) if (field.dataTypeID === charOid) field.dataTypeID = textOid;
  }

  override async connect(): ReturnType<PrismaPg["connect"]> {
    const adapter = await super.connect();
    const queryRaw = adapter.queryRaw.bind(adapter);
    adapter.queryRaw = async (query) => {
      const { columnTypes, ...answer } = await queryRaw(query);
      const isChar = this.#charColumns;
      return {
        ...answer,
        columnTypes: columnTypes.map((type, at) => (isChar[at] ? ColumnTypeEnum.Character : type)),
      };
    };
    // Its own way cuts a script at every semicolon, in texts and function bodies too, and leaves half
    // of a failed one behind. Sent whole, PostgreSQL takes a script as one transaction.
    adapter.executeScript = async (script) => {
      await adapter.executeRaw({ sql: script, args: [], argTypes: [] });
    };
    return adapter;
  }
}

type Field = { dataTypeID: number };

/**
 * Lends Prisma's own schema engine in WebAssembly, on a connection of its own: the binary that the
 * Prisma CLI uses would have to be downloaded at install time.
 */
export async function withSchemaEngine<Value>(
  connectionString: string,
  work: (engine: bindings.SchemaEngine) => Promise<Value>,
): Promise<Value> {
  await loadWasm();
  const pool = new pg.Pool({ connectionString, max: 1 });
  try {
    const factory = bindMigrationAwareSqlAdapterFactory(new CatalogueAdapter(pool));
    const engine = await bindings.SchemaEngine.new(
      { datamodels: undefined },
      () => undefined,
      factory,
    );
    return await work(engine);
  } finally {
    await pool.end();
  }
}
