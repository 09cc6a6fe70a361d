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
  href = "/leave";
  contains = (other: unknown) => other === this;
  click = () => {
    this.presses++;
  };
}

type Listener = (event: unknown) => void;

/** Runs the small script as a browser would, with a page that paints when it is told to. */
function browse({ hidden, exit = null }: { hidden: boolean; exit?: Button | null }) {
  const asked: string[] = [];
  const scripts: Script[] = [];
  const paints: (() => void)[] = [];
  const later: { callback: () => void; milliseconds: number }[] = [];
  const listeners: [name: string, listener: Listener][] = [];
  const listen = (name: string, listener: Listener) => listeners.push([name, listener]);
  const tell = (name: string, event: unknown) => {
    for (const [wanted, listener] of [...listeners]) if (wanted === name) listener(event);
  };
  const replace = vi.fn();
  const documentElement = { hidden: false };
  const page = {
    Element: Button,
    location: { replace },
    document: {
      hidden,
      documentElement,
      querySelector: () => exit,
      currentScript: { getAttribute: () => "/_next/static/chunks/after-paint-1.js" },
      createElement: () => ({ src: "" }),
      head: {
        append: (script: Script) => {
          scripts.push(script);
          asked.push(script.src);
        },
      },
      addEventListener: listen,
      removeEventListener: (name: string, gone: Listener) => {
        const place = listeners.findIndex(([other, one]) => other === name && one === gone);
        if (place >= 0) listeners.splice(place, 1);
      },
    },
    addEventListener: listen,
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
    tell("click", { target, stopImmediatePropagation, preventDefault });
    return stopImmediatePropagation;
  };
  const awake = () => {
    tell("awake", {});
    for (const { callback, milliseconds } of later) if (milliseconds === 0) callback();
  };
  const type = (key: string, timeStamp: number) =>
    tell("keydown", { key, timeStamp, preventDefault: vi.fn() });
  return { asked, scripts, paints, later, press, type, awake, replace, documentElement };
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

test("the way out does not wait for scripts, by a press or by three Escapes, and leaves no way back", () => {
  const exit = new Button();
  const byPress = browse({ hidden: false, exit });
  byPress.press(new Button());
  expect(byPress.replace).not.toHaveBeenCalled();
  byPress.press(exit);
  expect(byPress.replace).toHaveBeenCalledWith("/leave");
  expect(byPress.documentElement.hidden).toBe(true);

  const byKeys = browse({ hidden: false, exit });
  for (const at of [0, 400, 2_000]) byKeys.type("Escape", at);
  byKeys.type("a", 2_100);
  for (const at of [3_000, 3_100]) byKeys.type("Escape", at);
  expect(byKeys.replace).not.toHaveBeenCalled();
  byKeys.type("Escape", 3_200);
  expect(byKeys.replace).toHaveBeenCalledTimes(1);

  const later = browse({ hidden: false, exit });
  later.awake();
  later.press(exit);
  for (const at of [0, 1, 2]) later.type("Escape", at);
  expect(later.replace).not.toHaveBeenCalled();
  const elsewhere = browse({ hidden: false });
  for (const at of [0, 1, 2]) elsewhere.type("Escape", at);
  expect(elsewhere.replace).not.toHaveBeenCalled();
});
