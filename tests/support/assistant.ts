import { Client } from "@modelcontextprotocol/sdk/client/index.js";
import { StreamableHTTPClientTransport } from "@modelcontextprotocol/sdk/client/streamableHttp.js";
import { POST } from "@/app/api/mcp/route";

const ADDRESS = new URL("http://127.0.0.1:3000/api/mcp");

/** An assistant that has a token, connected to the endpoint in this process, or to one at an address. */
export async function connectAssistant(token: string, address?: URL): Promise<Client> {
  const client = new Client({ name: "test", version: "1" });
  const transport = new StreamableHTTPClientTransport(address ?? ADDRESS, {
    requestInit: { headers: { Authorization: `Bearer ${token}` } },
    ...(!address && { fetch: inProcess }),
  });
  await client.connect(transport);
  return client;
}

const inProcess = async (url: string | URL, init?: RequestInit): Promise<Response> =>
  init?.method === "POST" ? POST(new Request(url, init)) : new Response(null, { status: 405 });

/** What a tool answers: its JSON, and whether it is a refusal. */
export async function callTool(client: Client, name: string, given: Record<string, unknown>) {
  const { content, isError = false } = await client.callTool({ name, arguments: given });
  const [first] = Array.isArray(content) ? content : [];
  return { isError, answer: JSON.parse(first?.text ?? "null") };
}
