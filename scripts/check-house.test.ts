import { describe, expect, it } from "vitest";
import { findFaults } from "@/scripts/check-house";

const faultsOf = (path: string, text = "export const sugar = 1;\n") =>
  findFaults([], [{ path, text }]);

const guarded = 'export async function GET() { await publicRoute("open"); return read(); }\n';

describe("the house lets pass", () => {
  it.each([
    ["features/pins/schema.ts", 'import { memberSchema } from "@/features/members/schema";\n'],
    ["features/pins/verification/rules.ts", 'import { kindOf } from "@/features/kinds";\n'],
    ["features/pins/queries.ts", 'import { db } from "@/lib/db";\n'],
    ["features/members/session.ts", 'import { sessionOf } from "./queries";\n'],
    ["features/map/layers/pins.ts", 'import type { LayerSpecification } from "maplibre-gl";\n'],
    ["features/map/pin-map.ts", 'import { Map } from "maplibre-gl";\n'],
    ["features/exchange/csv.ts", 'import { mend } from "./mending/rules";\n'],
    ["features/pins/components/pin-card.tsx", 'import { check } from "../actions";\n'],
    ["features/pins/pins.db.test.ts", 'import { db } from "@/lib/db";\n'],
    ["app/error.tsx", '"use client";\nexport default function Oops() { return null; }\n'],
    ["app/api/v1/pins/route.ts", `${guarded}export const POST = readOnly;\n`],
    [
      "app/livez/route.ts",
      'export const GET = (r: Request) => answer("/livez", async () => { await publicRoute("health", r); return ok(); });\n',
    ],
    [
      "features/pins/actions.ts",
      '"use server";\nexport async function add() { const member = await requireMember().catch(explain); return member; }\n',
    ],
  ])("%s", (path, text) => {
    expect(faultsOf(path, text)).toEqual([]);
  });
});

describe("the house refuses", () => {
  it.each([
    ["a room that does not exist", "features/users/schema.ts", undefined, "users is no room"],
    [
      "a file name that no room has",
      "features/pins/helpers.ts",
      undefined,
      "names in docs/house.md",
    ],
    ["capitals in a file name", "components/ui/Button.tsx", undefined, "kebab-case"],
    ["a file that is too long", "lib/long.ts", "export {};\n".repeat(301), "301 lines"],
    [
      "an import from a higher room",
      "features/members/queries.ts",
      'import { pinById } from "@/features/pins/queries";\n',
      "members is below pins",
    ],
    [
      "a component that reads by itself",
      "features/pins/components/pin-card.tsx",
      'import { pinById } from "../queries";\n',
      "components must not import features/pins/queries",
    ],
    [
      "a dynamic import around the table",
      "features/pins/rules.ts",
      'export const late = () => import("./mutations");\n',
      "rules must not import features/pins/mutations",
    ],
    [
      "a page that writes",
      "app/page.tsx",
      'import { addPin } from "@/features/pins/mutations";\n',
      "a door must not import",
    ],
    [
      "a wire that knows a room",
      "lib/text.ts",
      'import { kinds } from "@/features/kinds";\n',
      "lib/ must not import features/kinds",
    ],
    [
      "furniture that knows a room",
      "components/frame.tsx",
      'import { kinds } from "@/features/kinds";\n',
      "components/ must not import features/kinds",
    ],
    [
      "a page that touches the database",
      "app/page.tsx",
      'import { db } from "@/lib/db";\n',
      "must not touch the database",
    ],
    [
      "a second place that loads the map library",
      "features/map/layers/pins.ts",
      'import { Map } from "maplibre-gl";\n',
      "must not load the map library",
    ],
    [
      "a handler that asks too late who is there",
      "app/api/v1/pins/route.ts",
      'export async function GET() { const rows = await read(); await publicRoute("open"); return rows; }\n',
      "GET does not begin with a guard",
    ],
    [
      "a wrapped handler without a guard",
      "app/livez/route.ts",
      'export const POST = () => answer("/livez", async () => { await write(); await requireMember(); });\n',
      "POST does not begin with a guard",
    ],
    [
      "an action without a guard",
      "features/pins/actions.ts",
      '"use server";\nexport async function add(form: FormData) { await write(form); }\n',
      "add does not begin with a guard",
    ],
    [
      "client code in a door",
      "app/page.tsx",
      '"use client";\nexport default function Page() { return null; }\n',
      'has "use client"',
    ],
    [
      "spatial SQL",
      "features/pins/queries.ts",
      "export const far = Prisma.sql`st_distance(a, b)`;\n",
      "put spatial SQL into lib/geo.ts",
    ],
    ["a barrel", "features/pins/rules.ts", 'export * from "./hours/rules";\n', "is a barrel"],
    [
      "SQL that is glued together",
      "features/pins/queries.ts",
      "export const all = (tx) => tx.$queryRawUnsafe(text);\n",
      "build SQL with Prisma.sql",
    ],
    [
      "markup from elsewhere",
      "features/pins/components/pin-card.tsx",
      "export const Card = () => <p dangerouslySetInnerHTML={{ __html: words }} />;\n",
      "render text",
    ],
    [
      "writes that may be lost",
      "lib/db.ts",
      'export const options = "-c synchronous_commit=off";\n',
      "must survive",
    ],
  ])("%s", (_what, path, text, advice) => {
    expect(faultsOf(path, text)).toEqual([expect.stringContaining(advice)]);
  });

  it("what has no place at the top level", () => {
    expect(findFaults(["app", "utils", ".github", "LICENSE"], [])).toEqual([
      "utils: has no place at the top level; move it into a room of docs/house.md",
    ]);
  });
});
