import { createHash } from "node:crypto";
import { connect } from "node:net";
import { join } from "node:path";
import Database from "better-sqlite3";
import { startServer, type OwnServer } from "./own-server";
import { requestOf, send } from "./raw";
import { expect, test } from "./test";

let server: OwnServer | undefined;

test.afterEach(async () => {
  await server?.stop("SIGKILL");
  server = undefined;
});

const TOKEN = "Zm9yZ2VkLXRva2VuLW9mLWEtc2hhcmUtbGluay0wMDE";

/** Sends the sign-in form as a browser without script does, and reads what comes back. */
async function tryToSignIn(url: string, email: string, password: string) {
  const page = await (await fetch(`${url}/login`)).text();
  const form = new FormData();
  for (const [input] of page.matchAll(/<input type="hidden"[^>]*>/g)) {
    const name = /name="([^"]*)"/.exec(input)?.[1] ?? "";
    form.set(name, unescaped(/value="([^"]*)"/.exec(input)?.[1] ?? ""));
  }
  form.set("email", email);
  form.set("password", password);
  const answer = await fetch(`${url}/login`, {
    method: "POST",
    body: form,
    headers: { Origin: url, "Sec-Fetch-Site": "same-origin" },
    redirect: "manual",
  });
  const body = await answer.text();
  const nonce = /'nonce-([^']+)'/.exec(answer.headers.get("content-security-policy") ?? "")?.[1];
  return {
    status: answer.status,
    cookie: answer.headers.getSetCookie().join("; "),
    said: /role="alert"[^>]*>(?:<[^>]*>)*([^<]+)/.exec(body)?.[1],
    /** All that came, but for what differs by itself. */
    fingerprint: createHash("sha256")
      .update(body.replaceAll(nonce ?? "", "").replaceAll(email, ""))
      .digest("hex"),
  };
}

const unescaped = (text: string) =>
  text.replaceAll("&quot;", '"').replaceAll("&#x27;", "'").replaceAll("&amp;", "&");

test("prints its box and else only lines of JSON, without tokens, queries or bodies", async () => {
  server = await startServer({ LOG_LEVEL: "debug" });
  const { url } = server;
  for (const path of [
    `/s/${TOKEN}`,
    `/s//${TOKEN}`,
    `/%73/${TOKEN}`,
    `/s/%5A${TOKEN.slice(1)}`,
    `/s/follow/${TOKEN}`,
    `/s/follow/${TOKEN}/leave`,
  ]) {
    await send(url, requestOf(`GET ${path}?${TOKEN}=1`));
  }
  await send(url, requestOf("GET /login?callbackUrl=/secret-query"));
  await send(url, requestOf("GET /incidents", ["Cookie: muster-session=secret-cookie"]));
  await send(url, requestOf("POST /login", ["Content-Type: multipart/form-data"], "secret-body"));
  await send(url, requestOf("GET /%ff"));
  await tryToSignIn(url, "viewer@demo.example", "secret-password");
  await server.stop();

  const box = /\n┌[\s\S]*┘\n/.exec(server.output())?.[0] ?? "";
  expect(box).toContain(url);
  const rest = server.output().replace(box, "");
  const lines = rest
    .trim()
    .split("\n")
    .map((line): Record<string, unknown> => JSON.parse(line));
  expect(lines.length).toBeGreaterThan(8);
  expect(lines.map(({ path }) => path)).toContain("/s/[token]");
  expect(lines.map(({ path }) => path)).toContain("[malformed]");
  expect(rest).not.toContain(TOKEN.slice(1));
  expect(rest).not.toMatch(/secret-(query|cookie|body|password)/);
});

test.describe("whoever guesses share links", () => {
  const guess = (url: string, sender: string) =>
    send(url, requestOf(`GET /s/${TOKEN}`, [`X-Forwarded-For: ${sender}`]));

  test("cannot pretend to be many", async () => {
    server = await startServer();
    const statuses: number[] = [];
    for (let i = 0; i < 31; i += 1) statuses.push((await guess(server.url, `10.0.0.${i}`)).status);
    expect(statuses).toEqual([...Array(30).fill(404), 429]);
  });

  test("is told from others by the last hop, once a proxy is trusted", async () => {
    server = await startServer({ TRUST_PROXY: "1" });
    const statuses: number[] = [];
    for (let i = 0; i < 31; i += 1) {
      statuses.push((await guess(server.url, `10.0.0.${i}, 192.0.2.1`)).status);
    }
    expect(statuses.at(-1)).toBe(429);
    expect((await guess(server.url, "192.0.2.1, 192.0.2.2")).status).toBe(404);
  });
});

test.describe("signing in", () => {
  test("says the same to an unknown e-mail and to a wrong password", async () => {
    server = await startServer({
      DEMO: "0",
      ADMIN_EMAIL: "owner@example.com",
      ADMIN_PASSWORD: "correct horse battery",
    });
    const unknown = await tryToSignIn(server.url, "nobody@example.com", "not the password");
    const wrong = await tryToSignIn(server.url, "owner@example.com", "not the password");
    expect(unknown.said).toBe("Email or password is not correct.");
    expect(wrong).toEqual(unknown);
  });

  test("makes who tries many passwords wait, and lets the owner in later", async () => {
    server = await startServer();
    const { url, dataDir } = server;
    const said: (string | undefined)[] = [];
    for (let i = 0; i < 21; i += 1) {
      said.push((await tryToSignIn(url, "viewer@demo.example", `password number ${i}`)).said);
    }
    const checked = said.filter((sentence) => sentence === "Email or password is not correct.");
    expect(checked.length).toBeLessThanOrEqual(20);
    expect(said.at(-1)).toMatch(/^Too many attempts\. Try again in \d+ minutes?\.$/);

    const password = server.demoPassword();
    const tooEarly = await tryToSignIn(url, "viewer@demo.example", password);
    expect(tooEarly.said).toMatch(/^Too many attempts\./);
    expect(tooEarly.cookie).not.toContain("muster-session");
    expect((await tryToSignIn(url, "admin@demo.example", password)).cookie).toContain(
      "muster-session",
    );

    const sqlite = new Database(join(dataDir, "muster.db"));
    sqlite.prepare("update sign_in_attempts set last_at = last_at - 15 * 60000").run();
    sqlite.close();
    const later = await tryToSignIn(url, "viewer@demo.example", password);
    expect(later).toMatchObject({ status: 303, cookie: expect.stringContaining("muster-session") });
  });
});

test("asks browsers to stay with https, where it is reached by that", async () => {
  server = await startServer({ BASE_URL: "https://portal.example" });
  for (const path of ["/login", "/status", "/incidents", "/api/nothing", "/s/plain.css", "/%ff"]) {
    const { headers } = await send(server.url, requestOf(`GET ${path}`));
    expect(headers.get("strict-transport-security"), path).toBe("max-age=31536000");
  }
  expect((await send(server.url, "hello\r\n\r\n")).headers.get("strict-transport-security")).toBe(
    "max-age=31536000",
  );
});

test("stops within seconds while connections are open, and while a body still comes", async () => {
  server = await startServer();
  const { port } = new URL(server.url);
  const open = connect(Number(port), "127.0.0.1");
  open.write("GET /api/health HTTP/1.1\r\nHost: x\r\n\r\n");
  await new Promise((resolve) => open.once("data", resolve));
  const slow = connect(Number(port), "127.0.0.1");
  slow.write("POST /login HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\nhalf");
  await new Promise((resolve) => setTimeout(resolve, 200));

  const began = Date.now();
  expect(await server.stop("SIGTERM")).toBe(0);
  expect(Date.now() - began).toBeLessThan(10_000);
  open.destroy();
  slow.destroy();
});
