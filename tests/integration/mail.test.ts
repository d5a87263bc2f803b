import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { createServer, type Socket } from "node:net";
import { once } from "node:events";
import { tmpdir } from "node:os";
import { join } from "node:path";
import PostalMime from "postal-mime";
import { afterEach, describe, expect, test } from "vitest";
import { fileSender } from "@/lib/mail/file";
import type { Letter } from "@/lib/mail/mail";
import { smtpSender } from "@/lib/mail/smtp";
import { answer, startMailServer, type Judge, type MailServer } from "../support/mail-server";

const SENDER = { from: "Muster <muster@example.com>", baseUrl: "https://muster.example.com" };

const letter = (overrides: Partial<Letter> = {}): Letter => ({
  key: "digest/7/2026-11-23",
  recipient: "ana@example.com",
  subject: "2 overdue: Überprüfung",
  text: "Hello Ana",
  html: "<p>Hello Ana</p>",
  writtenAt: Date.UTC(2026, 10, 23, 8),
  ...overrides,
});

let server: MailServer | undefined;
afterEach(async () => {
  await server?.stop();
  server = undefined;
});

async function sendTo(judge?: Judge, options?: Parameters<typeof startMailServer>[1]) {
  server = await startMailServer(judge, options);
  return smtpSender(server.url, SENDER)(letter());
}

type Raw = { delay: number; atEnd: (socket: Socket) => void };

/** A server that says yes late to every command, and to the whole letter what it is told; answers its port. */
async function startRawServer({ delay, atEnd }: Raw): Promise<number> {
  const raw = createServer((socket) => {
    socket.on("error", () => undefined);
    socket.write("220 hello\r\n");
    socket.on("data", (bytes) => {
      const said = bytes.toString();
      if (said.endsWith("\r\n.\r\n")) return atEnd(socket);
      const reply = said.startsWith("DATA") ? "354 go on\r\n" : "250 yes\r\n";
      if (/^(EHLO|MAIL|RCPT|DATA|QUIT)/.test(said)) setTimeout(() => socket.write(reply), delay);
    });
  }).listen(0, "127.0.0.1");
  await once(raw, "listening");
  raw.unref();
  const address = raw.address();
  return typeof address === "object" && address ? address.port : 0;
}

describe("smtpSender", () => {
  test("hands a letter over, with headers that name it and say that a machine wrote it", async () => {
    expect(await sendTo()).toEqual({ is: "sent" });
    const [{ to, email } = {}] = server?.arrived ?? [];
    const headers = new Map(email?.headers.map(({ key, value }) => [key, value]));
    expect(to).toBe("ana@example.com");
    expect(email).toMatchObject({
      from: { name: "Muster", address: "muster@example.com" },
      to: [{ address: "ana@example.com" }],
      subject: "2 overdue: Überprüfung",
      text: "Hello Ana\n",
      html: "<p>Hello Ana</p>\n",
      messageId: expect.stringMatching(/^<[0-9a-f]{40}@muster\.example\.com>$/),
    });
    expect(headers.get("auto-submitted")).toBe("auto-generated");
    expect(headers.get("list-id")).toBe("Muster action items <actions.muster.example.com>");
    expect(headers.get("list-help")).toBe("<https://muster.example.com/actions/reminders>");
  });

  test("gives the same letter the same id, and another one another", async () => {
    server = await startMailServer();
    const send = smtpSender(server.url, SENDER);
    for (const key of ["digest/7/2026-11-23", "digest/7/2026-11-23", "digest/7/2026-11-24"]) {
      await send(letter({ key }));
    }
    expect(server.arrived).toHaveLength(3);
    expect(server.mailbox()).toHaveLength(2);
  });

  test("says what was refused for good, and what may go better later", async () => {
    expect(await sendTo(() => answer(550, "5.1.1 No such user"))).toEqual({
      is: "refused",
      problem: "The mail server said: 550 5.1.1 No such user",
    });
    await server?.stop();
    expect(await sendTo(() => answer(451, "4.3.0 Try again later"))).toEqual({
      is: "delayed",
      problem: "The mail server said: 451 4.3.0 Try again later",
    });
  });

  test("says the same of a reader who is refused before the letter is sent", async () => {
    const refuse = (code: number) => ({
      onRcptTo: (_: unknown, __: unknown, done: (error?: Error) => void) =>
        done(answer(code, "no")),
    });
    expect(await sendTo(undefined, refuse(550))).toMatchObject({ is: "refused" });
    await server?.stop();
    expect(await sendTo(undefined, refuse(450))).toMatchObject({ is: "delayed" });
  });

  test("waits for a sign-in to be put right", async () => {
    server = await startMailServer(undefined, {
      authOptional: false,
      allowInsecureAuth: true,
      onAuth: (_, __, done) => done(null, {}),
    });
    const url = server.url.replace("smtp://", "smtp://me:secret-word@");
    const outcome = await smtpSender(url, SENDER)(letter());
    expect(outcome).toMatchObject({ is: "delayed", problem: expect.stringContaining("sign-in") });
    expect(JSON.stringify(outcome)).not.toContain("secret-word");
  });

  test("waits for a server that is not there, or hangs up", async () => {
    const nobody = await smtpSender("smtp://127.0.0.1:1", SENDER)(letter());
    expect(nobody).toMatchObject({
      is: "delayed",
      problem: expect.stringMatching(/could not be reached/),
    });

    const rude = createServer((socket) => socket.destroy()).listen(0, "127.0.0.1");
    await once(rude, "listening");
    const address = rude.address();
    const port = typeof address === "object" ? address?.port : 0;
    expect(await smtpSender(`smtp://127.0.0.1:${port}`, SENDER)(letter())).toMatchObject({
      is: "delayed",
    });
    rude.close();
  });

  test("waits for a server that hangs up before it says yes, and for one that is slow", async () => {
    const port = await startRawServer({ delay: 200, atEnd: (socket) => socket.destroy() });
    const send = (on: number) => smtpSender(`smtp://127.0.0.1:${on}`, SENDER)(letter());
    expect(await send(port)).toMatchObject({ is: "delayed" });
    const slow = await startRawServer({
      delay: 200,
      atEnd: (socket) => socket.write("250 yes\r\n"),
    });
    expect(await send(slow)).toEqual({ is: "sent" });
  });

  test("does not sign in over an open line to another machine", async () => {
    let signIns = 0;
    server = await startMailServer(undefined, {
      host: "127.0.0.2", // as good as another machine
      allowInsecureAuth: true,
      onAuth: (_, __, done) => {
        signIns += 1;
        done(null, { user: "me" });
      },
    });
    const send = smtpSender(server.url.replace("smtp://", "smtp://me:secret@"), SENDER);
    expect(await send(letter())).toEqual({
      is: "delayed",
      problem: expect.stringMatching(/^No safe connection/),
    });
    expect(signIns).toBe(0);
    expect(server.arrived).toEqual([]);
  });
});

describe("fileSender", () => {
  const folder = mkdtempSync(join(tmpdir(), "muster-mail-"));
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  test("writes one file for each letter, whole and for its owner's eyes", async () => {
    const outbox = join(folder, "outbox");
    const send = fileSender(outbox, SENDER);
    await Promise.all([send(letter()), send(letter({ key: "digest/eve@example.com/2026-11-23" }))]);
    expect(await send(letter())).toEqual({ is: "sent" });

    expect(readdirSync(outbox).toSorted()).toEqual([
      "digest_7_2026-11-23.eml",
      "digest_eve%40example.com_2026-11-23.eml",
    ]);
    const file = join(outbox, "digest_7_2026-11-23.eml");
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(statSync(outbox).mode & 0o777).toBe(0o700);
    const email = await PostalMime.parse(readFileSync(file));
    expect(email).toMatchObject({ subject: "2 overdue: Überprüfung", text: "Hello Ana\n" });
    expect(readFileSync(file, "latin1").replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
  });
});
