import { describe, expect, it } from "vitest";
import { listParametersSchema, tileParametersSchema } from "../schema";
import { openApiDocument } from "./rules";

const document = openApiDocument("http://localhost:3000");
const parametersOf = (path: string) => {
  const given = document.paths?.[path]?.get?.parameters ?? [];
  return given.flatMap((parameter) =>
    "in" in parameter && parameter.in === "query" ? [parameter.name] : [],
  );
};

describe("the description of the doors", () => {
  it("is OpenAPI 3.1 and names every door", () => {
    expect(document.openapi).toBe("3.1.0");
    expect(Object.keys(document.paths ?? {})).toEqual([
      "/api/v1/pins",
      "/api/v1/pins/{id}",
      "/api/v1/kinds",
      "/api/v1/places",
      "/api/v1/suggestions",
      "/tiles/pins/{z}/{x}/{y}",
    ]);
  });

  it("names the parameters that are read, and no others", () => {
    expect(parametersOf("/api/v1/pins")).toEqual(Object.keys(listParametersSchema.shape));
    expect(parametersOf("/tiles/pins/{z}/{x}/{y}")).toEqual(
      Object.keys(tileParametersSchema.shape),
    );
  });

  it("leads every reference to a schema", () => {
    const names = Object.keys(document.components?.schemas ?? {});
    const references = [...JSON.stringify(document).matchAll(/#\/components\/schemas\/(\w+)/g)];
    expect(references.length).toBeGreaterThan(5);
    for (const [, name] of references) expect(names).toContain(name);
  });
});
