import { once } from "node:events";
import { request } from "node:http";

export type Answer = {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  body: Buffer;
};

/** Asks a server on this machine for an address of another host; nothing is unpacked. */
export async function ask(
  port: number,
  path: string,
  { headers = {}, method = "GET" }: { headers?: Record<string, string>; method?: string } = {},
): Promise<Answer> {
  const asked = request({
    port,
    path,
    method,
    agent: false,
    headers: { Host: "status.example.com", ...headers },
  });
  asked.end();
  const [response] = await once(asked, "response");
  const chunks: Buffer[] = [];
  for await (const chunk of response) chunks.push(chunk);
  return { status: response.statusCode, headers: response.headers, body: Buffer.concat(chunks) };
}
