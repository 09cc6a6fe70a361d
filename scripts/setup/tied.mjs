// Preloaded into children: when the process that started this one is gone (its IPC channel closes,
// even after kill -9), this one ends as if asked to, and ten seconds later in any case. A child's
// own children inherit the preload and must not lose their channel to it.
const keeper = Number(process.env.TIED_TO);
const wasLeftBefore = process.ppid === 1 && keeper !== 1;

if (wasLeftBefore) process.kill(process.pid, "SIGKILL");
if (process.ppid === keeper) {
  const leave = () => {
    process.kill(process.pid, "SIGTERM");
    setTimeout(() => process.kill(process.pid, "SIGKILL"), 10_000).unref();
  };
  process.on("disconnect", leave);
  process.channel?.unref();
  if (!process.connected) leave();
}
