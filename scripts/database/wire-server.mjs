import { timingSafeEqual } from "node:crypto";
import { createServer } from "node:net";

/** @typedef {{ socket: import("node:net").Socket, isKnown: boolean, startup: Buffer | null, channels: Set<string> }} Client */
/** @typedef {{ client: Client, messages: Buffer, endsWith: number }} Batch */

const protocolVersion3 = 196608;
const sslRequest = 80877103;
const gssRequest = 80877104;
const askForPassword = Buffer.from([0x52, 0, 0, 0, 8, 0, 0, 0, 3]);
const [sync, query, flush, terminate, password, ready, notification] = Buffer.from("SQHXpZA");

/** How long a transaction may sit still before it loses its turn: everybody else waits for it. */
const idleTransactionMs = 30_000;

/**
 * An ErrorResponse (PostgreSQL protocol 3, section 54.7).
 * @param {string} code
 * @param {string} message
 */
function errorResponse(code, message) {
  const body = Buffer.from(`SFATAL\0VFATAL\0C${code}\0M${message}\0\0`);
  const head = Buffer.alloc(5);
  head.write("E");
  head.writeInt32BE(body.length + 4, 1);
  return Buffer.concat([head, body]);
}

/**
 * Takes an answer apart: what is for the client that asked, and the notifications in it, which
 * PGlite gives to whoever ends the transaction, not to who listens. PGlite also says ReadyForQuery
 * right after an error of the extended protocol and once more at the Sync; a client then takes the
 * second one for the answer to its next query, so that only the last one stays.
 * @param {Buffer} answer
 * @param {number} endsWith
 */
function takeApart(answer, endsWith) {
  const own = [];
  const notifications = [];
  for (let at = 0; at < answer.length; ) {
    const end = at + 1 + answer.readInt32BE(at + 1);
    const message = answer.subarray(at, end);
    const isLast = end === answer.length;
    const isTooEarly = endsWith === flush || (endsWith === sync && !isLast);
    if (message[0] === notification) notifications.push(message);
    else if (message[0] !== ready || !isTooEarly) own.push(message);
    at = end;
  }
  return { own: Buffer.concat(own), notifications };
}

/**
 * The channel of a NotificationResponse: a string after five bytes of head and four of process id.
 * @param {Buffer} message
 */
const channelOf = (message) => message.toString("utf8", 9, message.indexOf(0, 9));

/**
 * The channel that a simple query begins to listen to, undefined for any other message.
 * @param {Buffer} messages
 * @param {number} endsWith
 */
function listenedChannel(messages, endsWith) {
  if (endsWith !== query) return undefined;
  return /^listen\s+(\w+)\s*;?\s*$/i.exec(
    messages.toString("utf8", 5, messages.length - 1).trim(),
  )?.[1];
}

/**
 * Speaks the PostgreSQL wire protocol to many clients for one PGlite, which has a single session.
 * A client's messages run together up to its Sync, and a client inside a transaction keeps the
 * turn until it ends. (PGLiteSocketServer 0.2.11 takes turns after every message, so that one
 * client's Bind meets another's Parse.)
 */
export class WireServer {
  /** @type {import("@electric-sql/pglite").PGlite | undefined} */
  #database;
  /** @type {Batch[]} */
  #waiting = [];
  /** @type {Client | undefined} */
  #holder;
  /** @type {NodeJS.Timeout | undefined} */
  #holderTimer;
  #isRunning = false;
  #isStopping = false;
  /** @type {Set<Client>} */
  #clients = new Set();
  #password;
  #onEmpty;
  #server;

  /** @param {{ password: string, onEmpty: () => void }} options `onEmpty` runs when the last client has left. */
  constructor({ password, onEmpty }) {
    this.#password = Buffer.from(password);
    this.#onEmpty = onEmpty;
    this.#server = createServer((socket) => this.#welcome(socket));
  }

  /**
   * Listens on a free loopback port. Clients that come before `serve` wait.
   * @returns {Promise<number>} the port
   */
  listen() {
    return new Promise((resolve, reject) => {
      this.#server.once("error", reject);
      this.#server.listen(0, "127.0.0.1", () => {
        const address = this.#server.address();
        resolve(typeof address === "object" && address ? address.port : 0);
      });
    });
  }

  /** @param {import("@electric-sql/pglite").PGlite} database */
  serve(database) {
    this.#database = database;
    this.#run();
  }

  get clientCount() {
    return this.#clients.size;
  }

  /** Turns clients away from now on and ends the open connections; the port stays taken. */
  refuse() {
    this.#isStopping = true;
    for (const { socket } of this.#clients)
      socket.end(errorResponse("57P01", "the database is stopping"));
  }

  close() {
    this.#server.close();
  }

  /** @param {import("node:net").Socket} socket */
  #welcome(socket) {
    if (this.#isStopping) return socket.end(errorResponse("57P03", "the database is stopping"));
    socket.setNoDelay(true);
    /** @type {Client} */
    const client = { socket, isKnown: false, startup: null, channels: new Set() };
    this.#clients.add(client);
    let received = Buffer.alloc(0);
    let batchLength = 0;
    socket.on("data", (chunk) => {
      received = received.length === 0 ? chunk : Buffer.concat([received, chunk]);
      for (;;) {
        const length = this.#nextLength(client, received.subarray(batchLength));
        if (length === 0) return;
        const type = received[batchLength] ?? 0;
        const isEarly = !client.isKnown;
        if (isEarly) this.#introduce(client, received.subarray(0, length));
        else if (type === terminate) return socket.end();
        else if (type !== sync && type !== query && type !== flush) {
          batchLength += length;
          continue;
        } else this.#enqueue(client, received.subarray(0, batchLength + length), type);
        received = received.subarray(batchLength + length);
        batchLength = 0;
      }
    });
    socket.on("error", () => socket.destroy());
    socket.on("close", () => this.#leave(client));
  }

  /**
   * The length of the first whole message, or 0 when it has not arrived yet.
   * @param {Client} client
   * @param {Buffer} received
   */
  #nextLength(client, received) {
    const hasType = client.startup !== null;
    const headLength = hasType ? 5 : 4;
    if (received.length < headLength) return 0;
    const length = received.readInt32BE(hasType ? 1 : 0) + (hasType ? 1 : 0);
    return received.length < length ? 0 : length;
  }

  /**
   * @param {Client} client
   * @param {Buffer} message
   */
  #introduce(client, message) {
    const { socket } = client;
    if (client.startup) {
      const given = message.subarray(5, -1);
      const matches =
        message[0] === password &&
        given.length === this.#password.length &&
        timingSafeEqual(given, this.#password);
      if (!matches) return socket.end(errorResponse("28P01", "wrong password"));
      client.isKnown = true;
      return this.#enqueue(client, client.startup, 0);
    }
    const code = message.length >= 8 ? message.readInt32BE(4) : 0;
    if (code === sslRequest || code === gssRequest) return socket.write("N");
    if (code !== protocolVersion3) return socket.destroy();
    client.startup = Buffer.from(message);
    return socket.write(askForPassword);
  }

  /**
   * @param {Client} client
   * @param {Buffer} messages
   * @param {number} endsWith
   */
  #enqueue(client, messages, endsWith) {
    this.#waiting.push({ client, messages: Buffer.from(messages), endsWith });
    this.#run();
  }

  async #run() {
    const database = this.#database;
    if (this.#isRunning || !database) return;
    this.#isRunning = true;
    for (;;) {
      if (this.#holder && !this.#clients.has(this.#holder)) await this.#rollBack(database);
      const batch = this.#takeNext();
      if (!batch) break;
      await this.#execute(database, batch);
      // Lets answers out and other clients' messages in between two batches.
      await new Promise((resume) => setImmediate(resume));
    }
    this.#isRunning = false;
  }

  #takeNext() {
    const holder = this.#holder;
    const index = holder ? this.#waiting.findIndex(({ client }) => client === holder) : 0;
    return index < 0 ? undefined : this.#waiting.splice(index, 1)[0];
  }

  /**
   * @param {import("@electric-sql/pglite").PGlite} database
   * @param {Batch} batch
   */
  async #execute(database, { client, messages, endsWith }) {
    clearTimeout(this.#holderTimer);
    /** @type {Buffer[]} */
    const answer = [];
    await database.execProtocolRawStream(messages, {
      onRawData: (bytes) => answer.push(Buffer.from(bytes)),
    });
    const channel = listenedChannel(messages, endsWith);
    if (channel) client.channels.add(channel);
    const { own, notifications } = takeApart(Buffer.concat(answer), endsWith);
    if (client.socket.writable) client.socket.write(own);
    for (const message of notifications) this.#tellListeners(message);
    const keepsTurn = endsWith === flush || database.isInTransaction();
    this.#holder = keepsTurn ? client : undefined;
    if (keepsTurn) this.#holderTimer = setTimeout(() => client.socket.destroy(), idleTransactionMs);
  }

  /**
   * A LISTEN counts for the one session of all; here it counts for the clients that asked for it.
   * An UNLISTEN would silence all of them, so nobody sends one: a client leaves instead.
   * @param {Buffer} message
   */
  #tellListeners(message) {
    const channel = channelOf(message);
    for (const { socket, channels } of this.#clients)
      if (channels.has(channel) && socket.writable) socket.write(message);
  }

  /**
   * Ends the transaction of a client that left in the middle of it.
   * @param {import("@electric-sql/pglite").PGlite} database
   */
  async #rollBack(database) {
    clearTimeout(this.#holderTimer);
    this.#holder = undefined;
    if (database.isInTransaction()) await database.exec("ROLLBACK");
  }

  /** @param {Client} client */
  #leave(client) {
    this.#clients.delete(client);
    this.#waiting = this.#waiting.filter((batch) => batch.client !== client);
    this.#run();
    if (this.#clients.size === 0) this.#onEmpty();
  }
}
