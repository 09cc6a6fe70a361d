/** The drawing of docs/house.md as tables; change both together, with a decision record. */

export const topLevel = [
  ...["app", "components", "features", "lib", "jobs", "prisma", "messages", "e2e", "bench"],
  ...["scripts", "docs", "public", "package.json", "package-lock.json", "tsconfig.json"],
  ...[
    "next.config.js",
    "proxy.ts",
    "instrumentation.ts",
    "README.md",
    "LICENSE",
    "CONTRIBUTING.md",
    "SECURITY.md",
  ],
  ...["CHANGELOG.md", "Dockerfile", "compose.yaml"],
];

/** Written by tools and ignored by git. */
export const generated = ["node_modules", "next-env.d.ts", "test-results", "playwright-report"];

/** From the top of the house down: a room imports only from the rooms after it. */
export const rooms = [
  ...["map", "notices", "exchange", "networks", "requests", "pins", "places", "members", "kinds"],
];

/** What a file of a room is, by its name. */
export type Role = keyof typeof mayImport;

/** Which roles a file of each role may import from its own room and from lower ones. */
export const mayImport = {
  schema: ["schema", "kinds"],
  rules: ["schema", "rules", "kinds", "format"],
  can: ["schema", "rules", "can", "kinds"],
  queries: ["schema", "rules", "can", "queries", "kinds"],
  mutations: ["schema", "rules", "can", "queries", "mutations", "emails", "kinds"],
  actions: [
    "schema",
    "rules",
    "can",
    "queries",
    "mutations",
    "emails",
    "kinds",
    "session",
    "guard",
  ],
  jobs: ["schema", "rules", "queries", "mutations", "emails", "kinds"],
  emails: ["schema", "rules", "kinds"],
  components: ["schema", "rules", "can", "actions", "components", "kinds", "map", "emails"],
  guard: ["schema", "rules", "session"],
  session: ["schema", "rules", "queries", "mutations", "session"],
  kinds: ["schema", "kinds"],
  map: ["schema", "rules", "kinds", "map"],
  format: ["schema", "rules", "format"],
} as const satisfies Record<string, readonly string[]>;

const named = ["schema", "rules", "can", "queries", "mutations", "actions", "jobs"] as const;

/** The exceptions of docs/house.md, all of them. */
const exceptions: readonly [RegExp, Role][] = [
  [/^members\/(.+\/)?session\.ts$/, "session"],
  [/^members\/guard\.ts$/, "guard"],
  [/^kinds\/(index|fields|catalog\/[a-z-]+)\.ts$/, "kinds"],
  [/^map\/(pin-map|camera-url|layers\/[a-z-]+)\.ts$/, "map"],
  [/^exchange\/(csv|json|geojson|kml|osm|hsds|ogc|atom|icalendar)\.ts$/, "format"],
];

/**
 * The role of a file, by its path below features/ (without a test's ending); undefined when the
 * house has no place for it.
 */
export function roleOf(path: string): Role | undefined {
  const exception = exceptions.find(([pattern]) => pattern.test(path));
  if (exception) return exception[1];
  if (/^[a-z/-]+\/components\/[a-z0-9-]+(\.tsx|\.module\.css)$/.test(path)) return "components";
  if (/^[a-z/-]+\/emails\/[a-z0-9-]+\.tsx?$/.test(path)) return "emails";
  return named.find((name) => new RegExp(`^[a-z/-]+/${name}\\.ts$`).test(path));
}

export const isTest = (path: string) => /\.test\.tsx?$/.test(path);

/** What the parts outside features/ may not reach. */
export const closedTo: Readonly<Record<string, readonly string[]>> = {
  lib: ["app", "components", "features", "jobs"],
  components: ["app", "features", "jobs", "scripts", "prisma"],
  features: ["app", "jobs", "scripts", "e2e", "bench"],
  app: ["jobs", "scripts", "e2e", "bench"],
};

/** Where the database may be touched beside queries.ts and mutations.ts. */
export const databaseDoors = [
  ...[/^lib\//, /^jobs\//, /^prisma\//, /^scripts\//, /^bench\//, /^e2e\//, /\.test\.tsx?$/],
  /^app\/readyz\/route\.ts$/,
];

export const mapLibraryDoors = /^features\/map\/(pin-map\.ts|components\/map-view\.tsx)$/;

/** The first statement of every action and route handler calls one of these. */
export const guards = ["publicRoute", "getViewer", "requireMember", "memberOrSignIn"];

/** Handlers of lib/http.ts that do nothing for anyone, and need no guard. */
export const refusals = ["readOnly", "readOnlyGzipped"];

export const longestFileLines = 300;
