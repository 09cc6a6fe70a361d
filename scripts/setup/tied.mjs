// Preloaded into children: when the process that started this one is gone (its IPC channel closes,
// even after kill -9), this one ends as if asked to, and ten seconds later in any case. A child's
// own children inherit the preload and must not lose their channel to it.
if (process.ppid === Number(process.env.TIED_TO)) {
  process.on("disconnect", () => {
    process.kill(process.pid, "SIGTERM");
    setTimeout(() => process.kill(process.pid, "SIGKILL"), 10_000).unref();
  });
  process.channel?.unref();
}
