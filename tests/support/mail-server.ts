import { once } from "node:events";
import { text } from "node:stream/consumers";
import PostalMime, { type Email } from "postal-mime";
import { SMTPServer, type SMTPServerOptions } from "smtp-server";

export type Arrived = { to: string; email: Email };

/** What the server does with one message: takes it, or says why not as a server would. */
export type Judge = (arrived: Arrived) => Promise<Error | undefined> | Error | undefined;

/** An answer of the server other than yes: 4xx for now, 5xx for good. */
export const answer = (responseCode: number, words: string) =>
  Object.assign(new Error(words), { responseCode });

export type MailServer = Awaited<ReturnType<typeof startMailServer>>;

/** A mail server on this machine that keeps what it takes, in the order in which it came. */
export async function startMailServer(
  judge: Judge = () => undefined,
  { host = "127.0.0.1", ...options }: SMTPServerOptions & { host?: string } = {},
) {
  const arrived: Arrived[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    disableReverseLookup: true,
    onData(stream, { envelope }, done) {
      text(stream)
        .then(async (raw) => {
          const message = {
            to: envelope.rcptTo[0]?.address ?? "",
            email: await PostalMime.parse(raw),
          };
          const refusal = await judge(message);
          if (!refusal) arrived.push(message);
          done(refusal);
        })
        .catch(done);
    },
    ...options,
  });
  server.on("error", () => undefined); // a client that hangs up
  server.listen(0, host);
  await once(server.server, "listening");
  const address = server.server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  return {
    url: `smtp://${host}:${port}`,
    arrived,
    /** What a reader finds: mail of one id is one mail. */
    mailbox: () => [...new Map(arrived.map((each) => [each.email.messageId, each])).values()],
    stop: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}

/** A judge that holds the first message until it is let go, and says when it is there. */
export function holdFirst() {
  let free = () => {};
  const freed = new Promise<void>((done) => (free = done));
  let isHeld = () => {};
  const held = new Promise<void>((done) => (isHeld = done));
  let count = 0;
  const judge: Judge = async () => {
    count += 1;
    if (count > 1) return undefined;
    isHeld();
    await freed;
    return undefined;
  };
  return { judge, held, free: () => free() };
}
