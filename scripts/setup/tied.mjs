// Preloaded into children: when the process that started this one is gone (its IPC channel closes,
// even after kill -9), this one ends as if asked to, and ten seconds later in any case.
process.on("disconnect", () => {
  process.kill(process.pid, "SIGTERM");
  setTimeout(() => process.kill(process.pid, "SIGKILL"), 10_000).unref();
});
process.channel?.unref();
