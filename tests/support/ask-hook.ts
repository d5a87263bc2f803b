import { takeHook } from "@/app/api/hooks/door";

type Sent = { headers?: Record<string, string>; method?: string };

/** Sends something to a source's address in this process. */
export async function askHook(kind: string, key: string, body: unknown, { headers }: Sent = {}) {
  const request = new Request(`http://127.0.0.1:3000/api/hooks/${kind}/${key}`, {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body: typeof body === "string" ? body : JSON.stringify(body),
  });
  const response = await takeHook(request, kind, key);
  return { status: response.status, headers: response.headers, body: await response.json() };
}
