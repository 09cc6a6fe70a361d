import { expect, it } from "vitest";
import { stranger } from "@/features/members/schema";
import { can, type Guarded } from "./can";

const member = (memberId: string) =>
  ({
    isMember: true,
    memberId,
    handle: memberId,
    displayName: memberId,
    joinedAt: new Date(0),
  }) as const;
const viewers = { stranger, author: member("author"), neighbour: member("neighbour") };
const actions = ["see", "edit", "check"] as const;
const visibilities = ["listed", "held", "removed"] as const;

it("who may do what", () => {
  const rows = visibilities.flatMap((visibility) =>
    ["author", null].flatMap((memberId) =>
      Object.entries(viewers).map(([name, viewer]) => {
        const pin: Guarded = { visibility, memberId };
        const may = actions.filter((action) => can(viewer, action, pin));
        return `${visibility} ${memberId ? "member's" : "list's"} pin, ${name}: ${may.join(" ") || "nothing"}`;
      }),
    ),
  );
  expect(rows).toMatchInlineSnapshot(`
    [
      "listed member's pin, stranger: see",
      "listed member's pin, author: see edit check",
      "listed member's pin, neighbour: see edit check",
      "listed list's pin, stranger: see",
      "listed list's pin, author: see edit check",
      "listed list's pin, neighbour: see edit check",
      "held member's pin, stranger: nothing",
      "held member's pin, author: see edit",
      "held member's pin, neighbour: nothing",
      "held list's pin, stranger: nothing",
      "held list's pin, author: nothing",
      "held list's pin, neighbour: nothing",
      "removed member's pin, stranger: nothing",
      "removed member's pin, author: nothing",
      "removed member's pin, neighbour: nothing",
      "removed list's pin, stranger: nothing",
      "removed list's pin, author: nothing",
      "removed list's pin, neighbour: nothing",
    ]
  `);
});
