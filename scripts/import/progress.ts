import type { Progress } from "@/features/exchange/mutations";
import type { StreetsProgress } from "@/features/exchange/streets/mutations";

const words = { looking: "Looking through", reading: "Reading", writing: "Writing" };
const barLength = 24;
const pauseMs = 5_000;

const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(1)} MB`;

function barOf(step: Progress["step"], part: number, all: string): string {
  const bar = "█".repeat(Math.round(part * barLength)).padEnd(barLength, "░");
  return `${words[step]} ${bar} ${Math.round(part * 100)} % of ${all}`;
}

function text(progress: Progress | StreetsProgress): string {
  const { step, of } = progress;
  const count = "rows" in progress ? progress.rows : progress.done;
  if (of === null) return `${words[step]} the file, row ${count.toLocaleString("en")}`;
  const isBytes = "done" in progress && step !== "writing";
  const all = isBytes ? megabytes(of) : `${of.toLocaleString("en")} rows`;
  return barOf(step, of === 0 ? 1 : Math.min(1, count / of), all);
}

/** A bar that moves on a terminal; elsewhere a line for each step, and every few seconds. */
export function progressShown(out: NodeJS.WriteStream) {
  let toldAt = 0;
  let toldStep: Progress["step"] | null = null;
  return {
    show: (progress: Progress | StreetsProgress) => {
      if (out.isTTY) {
        out.write(`\r\u001B[K${text(progress)}`);
      } else if (progress.step !== toldStep || Date.now() - toldAt >= pauseMs) {
        out.write(`${text(progress)}\n`);
        toldAt = Date.now();
        toldStep = progress.step;
      }
    },
    clear: () => {
      if (out.isTTY) out.write("\r\u001B[K");
    },
  };
}
