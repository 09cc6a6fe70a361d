import "server-only";
import { Socket } from "node:net";
import pg from "pg";
import { secondMs } from "@/lib/clock";
import { env } from "@/lib/env";
import { logWarning } from "@/lib/log";

/** What is told with NOTIFY, whichever instance has written. */
export type Channel = "pins";

const firstPauseMs = secondMs;
const longestPauseMs = 30 * secondMs;

type Follower = {
  onChange: (payload: string) => void;
  /** From now on changes may be missed. */
  onLost: () => void;
};

/**
 * Listens on a connection of its own, and connects again whenever it is lost. It keeps no process
 * alive, and a database that is away only means that `isFollowing` is false.
 */
export class Changes {
  readonly #channel: Channel;
  readonly #follower: Follower;
  #client: pg.Client | undefined;
  #isFollowing = false;
  #isStopped = false;
  #pauseMs = firstPauseMs;

  constructor(channel: Channel, follower: Follower) {
    this.#channel = channel;
    this.#follower = follower;
    this.#connect();
  }

  get isFollowing(): boolean {
    return this.#isFollowing;
  }

  async stop(): Promise<void> {
    this.#isStopped = true;
    await this.#client?.end().catch(() => undefined);
  }

  async #connect(): Promise<void> {
    if (this.#isStopped) return;
    const client = new pg.Client({
      connectionString: env().DATABASE_URL,
      connectionTimeoutMillis: 2 * secondMs,
      keepAlive: true,
      keepAliveInitialDelayMillis: 10 * secondMs,
      stream: () => new Socket().unref(),
    });
    this.#client = client;
    client.on("notification", ({ payload }) => this.#follower.onChange(payload ?? ""));
    client.on("error", () => this.#lose(client));
    client.once("end", () => this.#lose(client));
    try {
      await client.connect();
      await client.query(`LISTEN ${this.#channel}`);
      this.#isFollowing = true;
      this.#pauseMs = firstPauseMs;
    } catch {
      this.#lose(client);
    }
  }

  /** A failure may be told twice, as an error and as an end. */
  #lose(client: pg.Client): void {
    if (this.#client !== client) return;
    this.#client = undefined;
    client.end().catch(() => undefined);
    if (this.#isFollowing) {
      this.#isFollowing = false;
      this.#follower.onLost();
    }
    if (this.#isStopped) return;
    logWarning({ event: "changes are not heard" });
    setTimeout(() => this.#connect(), this.#pauseMs).unref();
    this.#pauseMs = Math.min(this.#pauseMs * 2, longestPauseMs);
  }
}
