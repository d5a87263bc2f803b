import { createApiToken } from "@/db/mutations/api-tokens";
import { answerWith } from "@/app/api/v1/door";
import { OPERATIONS } from "@/app/api/v1/operations/registry";
import type { Role } from "@/lib/domain/permissions";
import { SCOPE_NAMES, type Scope } from "@/lib/domain/scopes";
import { makeViewer } from "./make";
import { makeUser } from "./make-user";

type Asked = { body?: unknown; headers?: Record<string, string>; token?: string };

export type ApiAnswer = { status: number; headers: Headers; body: ReturnType<typeof JSON.parse> };

/** A token of an account with this role, for these scopes. */
export async function makeApiToken({
  role = "responder",
  scopes = SCOPE_NAMES,
  days = 30,
}: { role?: Role; scopes?: Scope[]; days?: number } = {}) {
  const email = `${role}-${Math.random().toString(36).slice(2)}@example.com`;
  const name = { admin: "Ada", responder: "Grace", viewer: "Vera" }[role];
  const userId = await makeUser({ email, name, role });
  const viewer = makeViewer({ userId, name, email, role });
  return { ...createApiToken(viewer, { name: "test", scopes, days }), viewer };
}

/** Asks the API in this process: `ask("GET /incidents?limit=2", { token })`. */
export async function askApi(line: string, { body, headers, token }: Asked = {}) {
  const [method = "GET", path = ""] = line.split(" ");
  const request = new Request(`http://127.0.0.1:3000/api/v1${path}`, {
    method,
    headers: {
      ...(token !== undefined && { Authorization: `Bearer ${token}` }),
      ...(body !== undefined && { "Content-Type": "application/json" }),
      ...headers,
    },
    ...(body !== undefined && { body: typeof body === "string" ? body : JSON.stringify(body) }),
  });
  const response = await answerWith(OPERATIONS, request);
  const text = await response.text();
  return {
    status: response.status,
    headers: response.headers,
    body: text === "" ? undefined : JSON.parse(text),
  } satisfies ApiAnswer;
}

/** Reads something and changes it as whoever has just read it. */
export async function changeApi(
  line: string,
  { token, body, at = line.split(" ")[1] ?? "" }: { token: string; body?: unknown; at?: string },
) {
  const read = await askApi(`GET ${at}`, { token });
  const headers = { "If-Match": read.headers.get("etag") ?? "" };
  return askApi(line, { token, body, headers });
}
