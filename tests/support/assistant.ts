import { Client } from "@modelcontextprotocol/sdk/client/index.js";
import { StreamableHTTPClientTransport } from "@modelcontextprotocol/sdk/client/streamableHttp.js";

type Post = (request: Request) => Promise<Response>;

/** An assistant that has a token, connected to an address, or to a handler that stands for it. */
export async function connectAssistant(token: string, to: URL | Post): Promise<Client> {
  const client = new Client({ name: "test", version: "1" });
  const address = to instanceof URL ? to : new URL("http://127.0.0.1:3000/api/mcp");
  const transport = new StreamableHTTPClientTransport(address, {
    requestInit: { headers: { Authorization: `Bearer ${token}` } },
    ...(!(to instanceof URL) && { fetch: askedOf(to) }),
  });
  await client.connect(transport);
  return client;
}

const askedOf = (post: Post) => async (url: string | URL, init?: RequestInit) =>
  init?.method === "POST" ? post(new Request(url, init)) : new Response(null, { status: 405 });

/** What a tool answers: its JSON, and whether it is a refusal. */
export async function callTool(client: Client, name: string, given: Record<string, unknown>) {
  const { content, isError = false } = await client.callTool({ name, arguments: given });
  const [first] = Array.isArray(content) ? content : [];
  return { isError, answer: JSON.parse(first?.text ?? "null") };
}
