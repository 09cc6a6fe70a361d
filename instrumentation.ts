/** Runs once when the server starts, before the first request. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME === "nodejs") {
    const [{ env }, { ignoreForwarded }] = await Promise.all([
      import("@/lib/env"),
      import("@/lib/forwarded"),
    ]);
    if (env().TRUST_PROXY === "off") ignoreForwarded();
  }
}
