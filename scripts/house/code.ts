import { guards, refusals } from "./plan";
import { childrenOf, isSyntax, type Source, type Syntax } from "./source";

const methods = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"];

/** Words that must not stand in our code, and what to do instead. */
const forbidden: readonly [RegExp, string][] = [
  [
    /\$(query|execute)RawUnsafe|Prisma\.raw\b/,
    "build SQL with Prisma.sql, which keeps values apart",
  ],
  [/synchronous_commit/, "an acknowledged write must survive; leave the setting alone"],
  [/dangerouslySetInnerHTML|\.setHTML\(/, "render text, never markup from elsewhere"],
];

/** Where spatial SQL stands, for all others. */
const spatialFile = "lib/geo.ts";
const spatial = /\bst_[a-z]+\(/;
const mayBeSpatial = /^(?:app|features|jobs|lib)\/.*(?<!\.test)\.tsx?$/;

/** Missing guards, client code in doors, barrels and forbidden words. */
export function findWrongCode(source: Source): string[] {
  const { path, text, directives, handsOn } = source;
  const faults = unguarded(source).map(
    (name) => `${name} does not begin with a guard; call ${guards.join(", ")} first`,
  );
  if (path.startsWith("app/") && directives.includes("use client") && !/\/error\.tsx$/.test(path))
    faults.push('has "use client"; move the island into a component of its room');
  const isBarrel = handsOn.length > 0 || /\/index\.tsx?$/.test(path);
  if (isBarrel && path !== "features/kinds/index.ts")
    faults.push("is a barrel; import each thing from the file where it stands");
  if (!/^scripts\/(house\/|check-house)/.test(path))
    for (const [pattern, advice] of forbidden) {
      const found = pattern.exec(text)?.[0];
      if (found) faults.push(`has ${found}; ${advice}`);
    }
  if (mayBeSpatial.test(path) && path !== spatialFile && spatial.test(text))
    faults.push(`has ${spatial.exec(text)?.[0]}…); put spatial SQL into ${spatialFile}`);
  return faults.map((fault) => `${path}: ${fault}`);
}

/** The names of exported actions and route handlers that do something before they ask who is there. */
function unguarded({ path, program, directives }: Source): string[] {
  const isRoute = /^app\/.*route\.ts$/.test(path);
  const isAction = directives.includes("use server") || /\/actions\.ts$/.test(path);
  if (!isRoute && !isAction) return [];
  return childrenOf(program, "body")
    .filter(({ type }) => type === "ExportNamedDeclaration")
    .flatMap((statement) => childrenOf(statement, "declaration").flatMap(declared))
    .filter(({ name }) => isAction || methods.includes(name))
    .filter(({ code }) => !refusals.includes(String(code.name)) && !beginsWithGuard(code))
    .map(({ name }) => name);
}

/** What a declaration exports, by name; types are no code. */
function declared(declaration: Syntax): { name: string; code: Syntax }[] {
  const nameOf = (node: Syntax) => String(childrenOf(node, "id")[0]?.name);
  if (declaration.type === "FunctionDeclaration")
    return [{ name: nameOf(declaration), code: declaration }];
  return childrenOf(declaration, "declarations").map((each) => ({
    name: nameOf(each),
    code: childrenOf(each, "init")[0] ?? {},
  }));
}

/**
 * Whether the first thing that runs calls a guard. Of a function or block only its first statement
 * counts, so that a wrapper (`answer(route, async () => { … })`) may stand around the guard.
 */
function beginsWithGuard(node: unknown): boolean {
  if (Array.isArray(node)) return node.some(beginsWithGuard);
  if (!isSyntax(node)) return false;
  if (node.type === "BlockStatement") return beginsWithGuard(childrenOf(node, "body")[0]);
  if (node.type === "CallExpression") {
    const name = childrenOf(node, "callee")[0]?.name;
    if (typeof name === "string" && guards.includes(name)) return true;
  }
  return Object.values(node).some(beginsWithGuard);
}
