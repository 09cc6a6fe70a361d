import { once } from "node:events";
import { type AddressInfo, createServer } from "node:net";
import { type ParsedMail, simpleParser } from "mailparser";
import { SMTPServer } from "smtp-server";

const tryLater = Object.assign(new Error("Try again later"), { responseCode: 451 });

/**
 * A real SMTP server on this computer. `judge` is asked about each message with the number of the
 * try; it may take its time, and false puts the message off (451).
 */
export async function startMailServer(
  judge: (attempt: number) => boolean | Promise<boolean> = () => true,
) {
  const received: ParsedMail[] = [];
  let attempts = 0;
  const server = new SMTPServer({
    disabledCommands: ["STARTTLS", "AUTH"],
    disableReverseLookup: true,
    onData: async (stream, _session, done) => {
      const mail = await simpleParser(stream);
      if (!(await judge(++attempts))) return done(tryLater);
      received.push(mail);
      return done();
    },
  });
  // A client that was killed in the middle of a message is part of the tests.
  server.on("error", () => undefined);
  const port = await freePort();
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  return {
    url: `smtp://127.0.0.1:${port}`,
    received,
    stop: () => new Promise<void>((resolve) => server.close(resolve)),
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
