import "server-only";
import { subscribe } from "node:diagnostics_channel";
import { IncomingMessage } from "node:http";

/** What a proxy may say about a request, and what anyone else may only pretend. */
const forwarded = ["x-forwarded-for", "x-forwarded-host", "x-forwarded-port", "x-forwarded-proto"];

/**
 * Takes X-Forwarded-… out of every request before Next looks at it. Next believes these headers
 * where they are sent, and fills in the socket's address where they are not; a server of its own
 * around Next would be the other way, and costs more.
 */
export function ignoreForwarded(): void {
  subscribe("http.server.request.start", (message) => {
    if (typeof message !== "object" || message === null || !("request" in message)) return;
    const { request } = message;
    if (!(request instanceof IncomingMessage)) return;
    for (const name of forwarded) delete request.headers[name];
  });
}
