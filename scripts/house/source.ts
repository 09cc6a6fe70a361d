import { dirname, join } from "node:path/posix";
import { parseSync } from "vite";

/** One text file of the project; `path` from its root. */
export type SourceFile = { path: string; text: string };

export type Import = { from: string; isTypeOnly: boolean };

export type Source = SourceFile & {
  /** Our own files as paths from the root without their ending, packages by their name. */
  imports: Import[];
  /** What it exports with `export *`. */
  handsOn: string[];
  directives: string[];
  program: Syntax;
};

/** A node of the syntax tree (ESTree), read by the names of its fields. */
export type Syntax = Readonly<Record<string, unknown>>;

export const isSyntax = (value: unknown): value is Syntax =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** The nodes in the field of a node, in order. */
export function childrenOf(node: Syntax, field: string): Syntax[] {
  const value = node[field];
  return (Array.isArray(value) ? value : [value]).filter(isSyntax);
}

const ours = (path: string, specifier: string) => {
  if (specifier.startsWith("@/")) return specifier.slice(2);
  return specifier.startsWith(".") ? join(dirname(path), specifier) : specifier;
};

/** Parses a TypeScript or JavaScript file. */
export function readSource({ path, text }: SourceFile): Source {
  const { program, module } = parseSync(path, text);
  const imports = module.staticImports.map(({ moduleRequest, entries }) => ({
    from: ours(path, moduleRequest.value),
    isTypeOnly: entries.length > 0 && entries.every(({ isType }) => isType),
  }));
  const dynamic = module.dynamicImports.map(({ moduleRequest }) =>
    text.slice(moduleRequest.start + 1, moduleRequest.end - 1),
  );
  return {
    ...{ path, text },
    imports: [
      ...imports,
      ...dynamic.map((from) => ({ from: ours(path, from), isTypeOnly: false })),
    ],
    handsOn: module.staticExports.flatMap(({ entries }) =>
      entries.flatMap(({ moduleRequest, importName }) =>
        moduleRequest && importName.kind.startsWith("All") ? [moduleRequest.value] : [],
      ),
    ),
    directives: program.body.flatMap((statement) =>
      "directive" in statement && statement.directive ? [statement.directive] : [],
    ),
    program: { ...program },
  };
}
