import type { Progress } from "@/features/exchange/mutations";

const words = { looking: "Looking through", reading: "Reading", writing: "Writing" };
const barLength = 24;
const pauseMs = 5_000;

function text({ step, rows, of }: Progress): string {
  if (of === null) return `${words[step]} the file, row ${rows.toLocaleString("en")}`;
  const part = of === 0 ? 1 : Math.min(1, rows / of);
  const bar = "█".repeat(Math.round(part * barLength)).padEnd(barLength, "░");
  return `${words[step]} ${bar} ${Math.round(part * 100)} % of ${of.toLocaleString("en")} rows`;
}

/** A bar that moves on a terminal; elsewhere a line for each step, and every few seconds. */
export function progressShown(out: NodeJS.WriteStream) {
  let toldAt = 0;
  let toldStep: Progress["step"] | null = null;
  return {
    show: (progress: Progress) => {
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
