import { describe, expect, it } from "vitest";
import { lngLatSchema } from "@/lib/lng-lat-schema";
import { readGazetteer } from "@/prisma/gazetteer";

describe("the gazetteer's rows", () => {
  const { first, rest } = readGazetteer();
  const rows = [...first, ...rest];
  const named = (name: string) => rows.filter((row) => row.name === name);

  it("are as many as the packages promise, each with an id and a point of its own", () => {
    expect(first.length).toBeGreaterThan(20_000);
    expect(rows.length).toBeGreaterThan(175_000);
    expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
    expect(rows.every((row) => lngLatSchema.safeParse(row).success)).toBe(true);
    expect(rows.every(({ folded }) => folded !== "")).toBe(true);
  });

  it("begin with the largest places", () => {
    expect(first[0]?.population).toBeGreaterThan(20_000_000);
    expect(first.every(({ kind }) => kind === "city" || kind === "town")).toBe(true);
  });

  it("know the states of the United States and the provinces of Canada", () => {
    expect(named("Chicago")[0]).toMatchObject({ kind: "city", region: "IL", country: "US" });
    expect(named("Toronto").map(({ region }) => region)).toContain("ON");
    expect(named("60614 Chicago")[0]).toMatchObject({
      kind: "postcode",
      folded: "60614",
      region: "IL",
    });
    expect(rows.find(({ folded }) => folded === "l9c")).toMatchObject({
      name: "L9C Hamilton",
      region: "ON",
    });
  });
});
