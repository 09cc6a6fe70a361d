import { once } from "node:events";
import { type AddressInfo, createServer, type Socket } from "node:net";
import { type ParsedMail, simpleParser } from "mailparser";
import { SMTPServer } from "smtp-server";

const tryLater = Object.assign(new Error("Try again later"), { responseCode: 451 });

/**
 * A real SMTP server on this computer. `judge` is asked about each message with the number of the
 * try; it may take its time, and false puts the message off (451).
 */
export async function startMailServer(
  judge: (attempt: number) => boolean | Promise<boolean> = () => true,
  wantedPort?: number,
) {
  const received: ParsedMail[] = [];
  let attempts = 0;
  const server = new SMTPServer({
    disabledCommands: ["STARTTLS", "AUTH"],
    disableReverseLookup: true,
    onData: async (stream, _session, done) => {
      const mail = await simpleParser(stream).catch(() => null);
      // The client was killed in the middle of its message.
      if (!mail) return done();
      if (!(await judge(++attempts))) return done(tryLater);
      received.push(mail);
      return done();
    },
  });
  // A client that was killed in the middle of a message is part of the tests.
  server.on("error", () => undefined);
  const port = wantedPort ?? (await freePort());
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  return {
    url: `smtp://127.0.0.1:${port}`,
    received,
    stop: () => new Promise<void>((resolve) => server.close(resolve)),
  };
}

export type MailFault = "hangs" | "drops";

/**
 * An SMTP server out of order: it never says a word, or takes the whole message and hangs up
 * without an answer.
 */
export async function startBrokenMailServer(fault: MailFault, port: number) {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket)).on("error", () => undefined);
    if (fault === "hangs") return;
    let isData = false;
    socket.write("220 localhost\r\n");
    socket.on("data", (chunk) => {
      const said = chunk.toString();
      if (isData && said.endsWith("\r\n.\r\n")) socket.destroy();
      if (isData) return;
      isData = /^DATA/i.test(said);
      socket.write(isData ? "354 go on\r\n" : "250 fine\r\n");
    });
  }).listen(port, "127.0.0.1");
  await once(server, "listening");
  return {
    stop: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** A port that nobody listens on at this moment. */
export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const address: AddressInfo | string | null = probe.address();
  probe.close();
  await once(probe, "close");
  if (address === null || typeof address === "string") throw new Error("No port was given");
  return address.port;
}
