import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { loadScriptsAfterPaint, standIn } from "./after-paint.mjs";

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "build-"));
  mkdirSync(join(folder, "static/chunks"), { recursive: true });
  mkdirSync(join(folder, "server/app/page"), { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const write = (path: string, manifest: unknown) =>
  writeFileSync(join(folder, path), JSON.stringify(manifest));
const read = (path: string) => JSON.parse(readFileSync(join(folder, path), "utf8"));

test("every manifest names the small script, which names what they named", () => {
  const rootMainFiles = ["static/chunks/react.js", "static/chunks/turbopack.js"];
  write("build-manifest.json", { rootMainFiles, pages: {} });
  write("server/app/page/build-manifest.json", { rootMainFiles, polyfillFiles: ["old.js"] });

  loadScriptsAfterPaint(folder);

  const { file, code } = standIn(rootMainFiles);
  expect(read("build-manifest.json")).toEqual({ rootMainFiles: [file], pages: {} });
  expect(read("server/app/page/build-manifest.json")).toEqual({
    rootMainFiles: [file],
    polyfillFiles: ["old.js"],
  });
  expect(readFileSync(join(folder, file), "utf8")).toBe(code);
  for (const name of rootMainFiles) expect(code).toContain(name);
});

test("a build without such manifests is refused, so that nobody believes in what is not there", () => {
  write("build-manifest.json", { pages: {} });
  expect(() => loadScriptsAfterPaint(folder)).toThrow(/rootMainFiles/);
});

type Script = { src: string; onerror?: () => void };

class Button {
  isConnected = true;
  presses = 0;
  readonly attributes = new Map<string, string>();
  closest = (selector: string) => (selector.startsWith("button") ? this : null);
  setAttribute = (name: string, value: string) => this.attributes.set(name, value);
  removeAttribute = (name: string) => this.attributes.delete(name);
  click = () => {
    this.presses++;
  };
}

/** Runs the small script as a browser would, with a page that paints when it is told to. */
function browse({ hidden }: { hidden: boolean }) {
  const asked: string[] = [];
  const scripts: Script[] = [];
  const paints: (() => void)[] = [];
  const later: { callback: () => void; milliseconds: number }[] = [];
  const listeners = new Map<string, (event: unknown) => void>();
  const page = {
    Element: Button,
    document: {
      hidden,
      currentScript: { getAttribute: () => "/_next/static/chunks/after-paint-1.js" },
      createElement: () => ({ src: "" }),
      head: {
        append: (script: Script) => {
          scripts.push(script);
          asked.push(script.src);
        },
      },
      addEventListener: (name: string, listener: () => void) => listeners.set(name, listener),
      removeEventListener: (name: string) => listeners.delete(name),
    },
    addEventListener: (name: string, listener: () => void) => listeners.set(name, listener),
    PerformanceObserver: class {
      observe = vi.fn();
      constructor(callback: () => void) {
        paints.push(callback);
      }
    },
    setTimeout: (callback: () => void, milliseconds = 0) => later.push({ callback, milliseconds }),
  };
  const { code } = standIn(["static/chunks/react.js"]);
  new Function(...Object.keys(page), code)(...Object.values(page));
  const press = (target: Button) => {
    const stopImmediatePropagation = vi.fn();
    const preventDefault = vi.fn();
    listeners.get("click")?.({ target, stopImmediatePropagation, preventDefault });
    return stopImmediatePropagation;
  };
  const awake = () => {
    listeners.get("awake")?.({});
    for (const { callback, milliseconds } of later) if (milliseconds === 0) callback();
  };
  return { asked, scripts, paints, later, press, awake };
}

test("scripts are asked for when the page has been painted, and once", () => {
  const { asked, paints, later } = browse({ hidden: false });
  expect(asked).toEqual([]);
  for (const paint of paints) paint();
  expect(asked).toEqual(["/_next/static/chunks/react.js"]);
  for (const { callback } of later) callback();
  expect(asked).toHaveLength(1);
});

test("a page that is not painted gets them after a while, a hidden one at once", () => {
  const slow = browse({ hidden: false });
  for (const { callback } of slow.later) callback();
  expect(slow.asked).toHaveLength(1);
  expect(browse({ hidden: true }).asked).toHaveLength(1);
});

test("the last button pressed before the scripts came is pressed once when they are there", () => {
  const { press, awake } = browse({ hidden: false });
  const [first, last] = [new Button(), new Button()];
  press(first);
  expect(press(last)).toHaveBeenCalled();
  expect(first.attributes.size).toBe(0);
  expect(last.attributes.get("aria-busy")).toBe("true");
  awake();
  expect(last.attributes.size).toBe(0);
  expect([first.presses, last.presses]).toEqual([0, 1]);
  expect(press(first)).not.toHaveBeenCalled();
});

test("a button that has gone meanwhile is not pressed", () => {
  const { press, awake } = browse({ hidden: false });
  const gone = new Button();
  press(gone);
  gone.isConnected = false;
  awake();
  expect(gone.presses).toBe(0);
});

test("a script that does not come is asked for once more, then nothing waits any longer", () => {
  const { asked, scripts, press } = browse({ hidden: true });
  const button = new Button();
  press(button);
  scripts[0]?.onerror?.();
  expect(asked).toHaveLength(2);
  expect(button.attributes.get("aria-busy")).toBe("true");
  scripts[1]?.onerror?.();
  expect(asked).toHaveLength(2);
  expect(button.attributes.size).toBe(0);
  expect(press(button)).not.toHaveBeenCalled();
});
