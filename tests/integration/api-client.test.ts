import { spawn, spawnSync, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { generateApi } from "swagger-typescript-api";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { replaceDatabase } from "@/db/client";
import { openDatabase } from "@/db/open";
import { DOCUMENT } from "@/tests/support/api-schema";
import { makeApiToken } from "@/tests/support/ask-api";

/** What somebody writes against the client; what the types forbid has to be forbidden. */
const PROGRAM = `import { Api } from "./client";

const [baseUrl = "", token = ""] = process.argv.slice(2);
const api = new Api<string>({
  baseUrl,
  securityWorker: (given) => ({ headers: { Authorization: \`Bearer \${given}\` } }),
});
api.setSecurityData(token);

const declared = await api.incidents.declareIncident(
  { title: "Checkout is slow", severity: "SEV2" },
  { headers: { "Idempotency-Key": "declare-1" } },
);
const { key } = declared.data;
const read = await api.incidents.getIncident(key);
const ifMatch = { headers: { "If-Match": read.headers.get("etag") ?? "" } };
const changed = await api.incidents.changeIncident(key, { status: "identified" }, ifMatch);
const stale = await api.incidents
  .changeIncident(key, { title: "Too late" }, ifMatch)
  .catch((answer: { status: number; error: { title: string } }) => answer);
const action = await api.incidents.createAction(key, { title: "Add an alert" });
const listed = await api.actions.listActions({ incident: key, status: "open", limit: 10 });
const titles: string[] = listed.data.items.map((item) => item.title);
const found = await api.search.search({ q: "slow", kind: "incident" });

// @ts-expect-error -- there is no such severity
void (() => api.incidents.declareIncident({ title: "x", severity: "SEV9" }));
// @ts-expect-error -- a title is needed
void (() => api.incidents.createAction(key, { owner: "Grace" }));
// @ts-expect-error -- an answer has no such name
void changed.data.nothing;

console.log(
  JSON.stringify({
    status: changed.data.status,
    stale: stale.status,
    action: action.status,
    titles,
    found: found.data.items.map(({ kind, title }) => ({ kind, title })),
  }),
);
`;

let folder: string;
let server: ChildProcess | undefined;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "muster-client-"));
  const made = await generateApi({
    output: false,
    silent: true,
    fileName: "client.ts",
    spec: JSON.parse(DOCUMENT),
  });
  writeFileSync(join(folder, "client.ts"), made.files[0]?.fileContent ?? "");
  writeFileSync(join(folder, "program.ts"), PROGRAM);
  writeFileSync(join(folder, "package.json"), JSON.stringify({ type: "module" }));
  const compilerOptions = {
    strict: true,
    noEmit: true,
    noUncheckedIndexedAccess: true,
    target: "esnext",
    module: "esnext",
    moduleResolution: "bundler",
    lib: ["esnext", "dom", "dom.iterable"],
    types: ["node"],
    typeRoots: [resolve("node_modules/@types")],
    skipLibCheck: true,
  };
  const config = { compilerOptions, files: ["program.ts"] };
  writeFileSync(join(folder, "tsconfig.json"), JSON.stringify(config));
}, 300_000);
afterAll(() => {
  server?.kill("SIGKILL");
  replaceDatabase(undefined);
  rmSync(folder, { recursive: true, force: true });
});

/** Serves the API on this database in a process of its own; gives its address. */
async function serve(file: string): Promise<string> {
  const args = ["--import", "tsx", "tests/support/api-server.ts", file];
  server = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "inherit"] });
  for await (const said of server.stdout ?? []) {
    return `http://127.0.0.1:${String(said).trim()}/api/v1`;
  }
  throw new Error("The server said nothing.");
}

describe("a client that is made from the document of the API", () => {
  test("has types that fit what is written against it, and no other", () => {
    const checked = spawnSync(join("node_modules", ".bin", "tsc"), ["-p", folder], {
      encoding: "utf8",
    });
    expect(checked.stdout).toBe("");
    expect(checked.status).toBe(0);
  }, 300_000);

  test("works against a running server", async () => {
    const file = join(folder, "muster.db");
    replaceDatabase(openDatabase(file));
    const { token } = await makeApiToken();
    const api = await serve(file);
    const args = ["--import", "tsx", join(folder, "program.ts"), api, token];
    const program = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "inherit"] });
    const [told, [code]] = await Promise.all([textOf(program), once(program, "close")]);
    expect(code).toBe(0);
    expect(JSON.parse(told)).toEqual({
      status: "identified",
      stale: 412,
      action: 201,
      titles: ["Add an alert"],
      found: [{ kind: "incident", title: "Checkout is slow" }],
    });
  }, 300_000);
});

async function textOf({ stdout }: ChildProcess): Promise<string> {
  let text = "";
  for await (const chunk of stdout ?? []) text += String(chunk);
  return text;
}
