import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { actors, routes, serverActions } from "@/e2e/fixtures/policy";

const root = resolve(import.meta.dirname, "..");
const filesIn = (folders: readonly string[], pattern: RegExp): string[] =>
  folders
    .flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true, encoding: "utf8" }).map((name) =>
        join(folder, name),
      ),
    )
    .filter((path) => pattern.test(path))
    .toSorted();
const code = /\.tsx?$/;
/** What Next makes an address of. */
const doors = /\/(page\.tsx|route\.tsx?|(manifest|sitemap|robots)\.ts|opengraph-image\.tsx?)$/;
const read = (path: string) => readFileSync(resolve(root, path), "utf8");

const methodsOf = (path: string) =>
  [...read(path).matchAll(/^export (?:const|(?:async )?function) ([A-Z]+)\b/gm)].flatMap(
    ([, name]) => (name ? [name] : []),
  );

/** Every exported function of a file, with its text. */
const functionsOf = (path: string) =>
  read(path)
    .split(/^(?=export )/m)
    .flatMap((text) => {
      const name = /^export (?:async function|const) (\w+)/.exec(text)?.[1];
      return name ? [{ name, text }] : [];
    });

const guardNames = {
  member: /\b(?:requireMember|memberOrSignIn)\(/,
  viewer: /\bgetViewer\(/,
  public: /\bpublicRoute\(/,
} as const;

describe("the policy", () => {
  it("names every page and route handler, and no other", () => {
    const found = filesIn(["app"], doors).map((path) => path.slice("app/".length));
    expect(Object.keys(routes).toSorted()).toEqual(found);
  });

  it("says for every method of a route handler what each kind of person is answered", () => {
    for (const [file, examples] of Object.entries(routes)) {
      const declared = new Set(examples.map(({ method = "GET" }) => method));
      const methods = file.endsWith("route.ts") ? methodsOf(`app/${file}`) : ["GET"];
      const undeclared = methods.filter((name) => name !== "OPTIONS" && !declared.has(name));
      expect(undeclared, file).toEqual([]);
      for (const { expected } of examples)
        expect(Object.keys(expected).toSorted()).toEqual([...actors].toSorted());
    }
  });

  it("names every server action with the guard that it begins with, and no other", () => {
    const files = filesIn(["app", "features", "components", "lib"], code).filter((path) =>
      /^"use server"/m.test(read(path)),
    );
    expect(Object.keys(serverActions).toSorted()).toEqual(files);
    for (const path of files) {
      const functions = functionsOf(path);
      const declared = serverActions[path] ?? {};
      expect(functions.map(({ name }) => name).toSorted(), path).toEqual(
        Object.keys(declared).toSorted(),
      );
      for (const { name, text } of functions) {
        const guard = declared[name]?.[0] ?? "member";
        expect(guardNames[guard].test(text), `${path}: ${name} as ${guard}`).toBe(true);
      }
    }
  });

  it("knows no action that is written inside a component", () => {
    const inline = filesIn(["app", "features", "components"], code).filter((path) =>
      /^\s+"use server"/m.test(read(path)),
    );
    expect(inline).toEqual([]);
  });
});
