import { requestOf, send } from "./raw";
import { signIn } from "./support";
import { expect, test } from "./test";

/** What would tell a stranger about the inside: stacks, paths, statements. */
const INSIDES = /\bat [^\n]+:\d+:\d+|node_modules|\.next\/|SqliteError|SELECT |\/root\/|\/home\//;

const base = process.env.TEST_BASE_URL ?? "";
const part = (name: string, value: string) =>
  `--x\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;
const FORM = "Content-Type: multipart/form-data; boundary=x";
const CALL = `Next-Action: ${"a".repeat(42)}`;
const post = (path: string, headers: string[], body = "") =>
  requestOf(`POST ${path}`, [`Origin: ${base}`, ...headers], body);
const call = (body: string) => post("/login", [CALL, "Content-Type: text/plain"], body);
const formCall = (body: string) => post("/login", [CALL, FORM], body);

const REFUSED: [string, string, number][] = [
  ["overlong UTF-8 in the path", requestOf("GET /%c0%af"), 400],
  ["broken UTF-8 below a page", requestOf("GET /incidents/%ff"), 400],
  ["broken UTF-8 below the public page", requestOf("GET /status/incidents/%ff"), 404],
  ["broken UTF-8 in a link", requestOf("GET /s/%ff"), 400],
  ["a broken escape", requestOf("GET /%zz"), 400],
  ["a NUL in the path", requestOf("GET /incidents/%00"), 400],
  ["a line break in the path", requestOf("GET /incidents/a%0d%0aSet-Cookie:x/export"), 400],
  ["another host in the path", requestOf("GET //evil.example/"), 400],
  ["a backslash in the path", requestOf("GET /\\evil.example"), 400],
  ["another host's address", requestOf("GET http://evil.example/status"), 400],
  ["a path without a slash", requestOf("GET status"), 400],
  ["an endless address", requestOf(`GET /incidents?q=${"a".repeat(9_000)}`), 414],
  ["a header of 100 kB", requestOf("GET /status", [`X-Long: ${"a".repeat(100_000)}`]), 431],
  ["a header that is none", requestOf("GET /status", ["X Y: z"]), 400],
  ["no host", "GET /login HTTP/1.1\r\nConnection: close\r\n\r\n", 400],
  ["no HTTP", "hello\r\n\r\n", 400],
  ["TRACE", requestOf("TRACE /status"), 405],
  ["OPTIONS *", requestOf("OPTIONS *"), 405],
  ["PROPFIND", requestOf("PROPFIND /status"), 405],
  ["DELETE", requestOf("DELETE /incidents/INC-2024-0142"), 405],
  ["a method nobody knows", requestOf("BREW /status"), 400],
  ["a compressed body", post("/login", ["Content-Encoding: gzip"], "x"), 415],
  ["an expectation", post("/login", ["Expect: the-moon"], "x"), 417],
  ["two lengths", post("/login", ["Transfer-Encoding: chunked", "Content-Length: 3"]), 400],
  ["a broken chunk", `${post("/login", ["Transfer-Encoding: chunked"])}zz\r\n`, 400],
  ["an action that is none", post("/incidents", ["Next-Action: garbage"]), 400],
  ["an action of another build", call("[{}]"), 409],
  ["a form of another site", requestOf("POST /login", ["Origin: https://evil.example"], "x"), 403],
  [
    "a form of nowhere",
    requestOf("POST /login", ["Origin: null", "Sec-Fetch-Site: none"], "x"),
    403,
  ],
  ["a form across sites", post("/login", ["Sec-Fetch-Site: cross-site"], "x"), 403],
  ["a call without arguments", call(""), 400],
  ["a call of broken JSON", call("{"), 400],
  ["a call of broken UTF-8", call('["\xff"]'), 400],
  ["a call nested 20,000 deep", call("[".repeat(20_000)), 400],
  ["a call that reaches for a prototype", call('["$0:__proto__:then"]'), 400],
  ["a call with a key of a prototype", call('[{"__proto__":{"role":"admin"}}]'), 400],
  ["a call with a promise", call('["$@1"]'), 400],
  ["a call with a server reference", call('["$F1"]'), 400],
  ["a call with a stream", call('["$r1"]'), 400],
  ["a call with a number of any length", call('["$n9"]'), 400],
  ["a call of 5,000 arguments", call(JSON.stringify(Array(5_000).fill(1))), 400],
  ["a form call that is no form", formCall("garbage"), 400],
  ["a form call without its values", formCall(`${part("5", "1")}--x--\r\n`), 400],
  [
    "a form call cut off",
    formCall('--x\r\nContent-Disposition: form-data; name="0"\r\n\r\n['),
    400,
  ],
  [
    "a form of 1,001 parts",
    formCall(`${part("0", '["$K1"]')}${part("_1_a", "b").repeat(1_000)}--x--`),
    400,
  ],
  [
    "a form call of 300,000 values",
    post("/import", [CALL, FORM], `${part("0", `[[${"1,".repeat(300_000)}1]]`)}--x--`),
    400,
  ],
  ["a form that is none", post("/login", [FORM], "garbage"), 400],
  ["a form without a boundary", post("/login", ["Content-Type: multipart/form-data"], "x"), 400],
  [
    "a form for an action that is none",
    post("/login", [FORM], `${part("$ACTION_ID_zz", "")}--x--`),
    400,
  ],
  [
    "a form's state without its action",
    post("/login", [FORM], `${part("$ACTION_KEY", "k")}--x--\r\n`),
    400,
  ],
  [
    "broken JSON to a handler",
    post("/api/auth/callback/session", ["Content-Type: application/json"], "{"),
    400,
  ],
  ["nothing under /api", requestOf("GET /api/nothing"), 404],
  ["nothing built", requestOf("GET /_next/static/..%2f..%2fserver%2fapp-paths-manifest.json"), 404],
];

for (const [what, request, status] of REFUSED) {
  test(`${what} is answered ${status}, and says nothing of the inside`, async () => {
    const answer = await send(base, request);
    expect(answer.status).toBe(status);
    expect(answer.body).not.toMatch(INSIDES);
    expect(answer.headers.get("content-security-policy")).toContain("frame-ancestors 'none'");
    expect(answer.headers.get("x-content-type-options")).toBe("nosniff");
  });
}

const HARMLESS: [string, string[]][] = [
  ["a session that is no token", ["Cookie: muster-session=%ff; ;;=; a"]],
  ["a session of another algorithm", ["Cookie: muster-session=eyJhbGciOiJub25lIn0.e30."]],
  ["a cookie that is no text", ["Cookie: muster-session=\xff\xfe"]],
  ["a host of nobody's", ["Host: a b"]],
  [
    "a proxy's headers from anybody",
    ["X-Forwarded-Host: evil.example", "X-Forwarded-Proto: https"],
  ],
  ["the framework's inner headers", ["x-middleware-subrequest: proxy:proxy:proxy:proxy:proxy"]],
  ["a rewrite", ["x-middleware-rewrite: http://evil.example/", "x-invoke-path: /incidents"]],
  ["a tree that is none", ["RSC: 1", "Next-Router-State-Tree: %ff{{{"]],
];

for (const [what, headers] of HARMLESS) {
  test(`${what} opens nothing and breaks nothing`, async () => {
    for (const path of ["/incidents", "/status", "/s/view/INC-2024-0142", "/api/health"]) {
      const answer = await send(base, requestOf(`GET ${path}`, headers));
      expect(answer.status, path).toBeLessThan(500);
      expect(answer.headers.get("location") ?? "/").toMatch(/^\/(?![/\\])/);
      expect(answer.body).not.toMatch(INSIDES);
      if (path === "/incidents") expect(answer.body).not.toContain("INC-2024-0142");
    }
  });
}

test("a page answers to a form that it did not make", async ({ request }) => {
  for (const path of ["/", "/login", "/status", "/incidents", "/s/view/x", "/nothing"]) {
    expect((await request.post(path)).status(), path).toBeLessThan(500);
    expect((await request.post(path, { form: { a: "%" } })).status(), path).toBeLessThan(500);
  }
});

test("no query of a signed-in page breaks it", async ({ page }) => {
  await signIn(page, "viewer");
  const odd = [
    "-1",
    "1e309",
    "99999999999999999999",
    "%00",
    "%ff",
    "__proto__",
    "constructor",
    "'",
    "[",
  ];
  const names = [
    "page",
    "view",
    "severity",
    "status",
    "service",
    "commander",
    "q",
    "type",
    "order",
    "event",
    "owner",
    "priority",
    "incident",
    "compare",
    "from",
    "to",
    "text",
    "role",
    "drill",
    "kind",
    "after",
    "row",
    "ask",
    "activity",
    "correct",
  ];
  const paths = [
    "/incidents",
    "/incidents/INC-2024-0142",
    "/incidents/INC-2024-0142/postmortem",
    "/incidents/INC-2024-0142/share",
    "/incidents/INC-2024-0142/handover",
    "/incidents/export.csv",
    "/search",
    "/search/results",
    "/wall",
    "/components",
    "/maintenance",
    "/maintenance/new",
    "/status-page",
    "/actions",
    "/postmortems",
    "/people",
    "/teams",
    "/teams/payments",
    "/login",
    "/status",
  ];
  for (const path of paths) {
    for (const value of odd) {
      const query = names.flatMap((name) => [`${name}=${value}`, `${name}[]=${value}`]).join("&");
      const answer = await page.request.get(`${path}?${query}`);
      expect(answer.status(), `${path} ${value}`).toBeLessThan(500);
    }
  }
  for (const path of [
    "/incidents/__proto__",
    "/incidents/x/export",
    "/incidents/x/share",
    "/incidents/INC-2024-0142/postmortem/revisions/1e9",
    "/teams/constructor",
    "/components/constructor",
    "/status/history/9999-99",
    "/status/history/__proto__",
    "/status/incidents/constructor",
  ]) {
    expect((await page.request.get(path)).status(), path).toBe(404);
  }
});

test.describe("a body that is too large", () => {
  const KB = 1024;
  const sent = (path: string, bytes: number, type = FORM) =>
    send(base, post(path, [type, CALL], "x".repeat(bytes)));

  test("is refused at 256 KB, but for the forms of records and postmortems", async () => {
    expect((await sent("/login", 256 * KB + 1)).status).toBe(413);
    expect((await sent("/login", 256 * KB)).status).toBe(400);
    expect((await sent("/import", 256 * KB + 1, "Content-Type: text/plain")).status).toBe(413);
    expect((await sent("/incidents/x/postmortem", 6 * KB * KB + 1)).status).toBe(413);
    const pictures = "/incidents/x/postmortem/pictures";
    expect((await sent(pictures, 6 * KB * KB + 1, "Content-Type: image/png")).status).toBe(413);
    expect((await sent(pictures, 256 * KB + 1, "Content-Type: text/plain")).status).toBe(413);
    expect((await sent("/incidents/x/postmortem", 6 * KB * KB)).status).toBe(400);
    expect((await sent("/import", 11 * KB * KB + 1)).status).toBe(413);
    expect((await sent("/import", 11 * KB * KB)).status).toBe(400);
    expect((await sent("/import/x", 256 * KB + 1)).status).toBe(413);
  });

  test("is refused as well when it comes in pieces that announce no length", async () => {
    const piece = `10000\r\n${"x".repeat(0x10000)}\r\n`;
    const request = `${post("/login", ["Transfer-Encoding: chunked"])}${piece.repeat(5)}0\r\n\r\n`;
    expect((await send(base, request)).status).toBe(413);
  });

  test("is not waited for when it announces more than anything here takes", async () => {
    const answer = await send(base, requestOf("POST /import", ["Content-Length: 999999999999"]));
    expect(answer.status).toBe(413);
  });
});

test("a request for an upgrade is answered as if it had not asked", async () => {
  const headers = ["Upgrade: websocket", "Sec-WebSocket-Version: 13", "Sec-WebSocket-Key: x"];
  const request = requestOf("GET /api/health", headers).replace("close", "Upgrade, close");
  expect((await send(base, request)).status).toBe(200);
});
