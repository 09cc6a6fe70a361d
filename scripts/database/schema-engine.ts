import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { PrismaPg } from "@prisma/adapter-pg";
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";
import * as bindings from "@prisma/schema-engine-wasm/schema_engine_bg";

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

/**
 * Prisma's own schema engine in WebAssembly: the binary that the Prisma CLI uses would have to be
 * downloaded at install time.
 */
export async function openSchemaEngine(connectionString: string): Promise<bindings.SchemaEngine> {
  await loadWasm();
  const adapter = bindMigrationAwareSqlAdapterFactory(new PrismaPg({ connectionString, max: 1 }));
  return bindings.SchemaEngine.new({ datamodels: undefined }, () => undefined, adapter);
}
