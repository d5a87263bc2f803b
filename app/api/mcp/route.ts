import { createMcpHandler } from "@modelcontextprotocol/server";
import { bodyOf } from "@/lib/api/body";
import { Problem } from "@/lib/api/problem";
import { log } from "@/lib/log";
import { throughDoor, withHeaders } from "../v1/door";
import { assistantServer, type Visit } from "./assistant";
import { toolsFor } from "./tools";

export const dynamic = "force-dynamic";

/** Assistants, by the Model Context Protocol: each message is a request of its own with the token. */
export const POST = (request: Request) =>
  throughDoor(request, async (caller, headers) => {
    const { value } = await bodyOf(request);
    if (Array.isArray(value)) throw new Problem("malformed", "Send one message at a time.");
    const tools = toolsFor(caller);
    if (tools.length === 0) {
      throw new Problem("forbidden", "This token is for nothing that assistants are offered.");
    }
    return withHeaders(await answer({ caller, tools, request }, value), headers);
  });

/** Streams that wait for news are not offered: nothing changes while one message is answered. */
function answer(visit: Visit, parsedBody: unknown): Promise<Response> {
  const { fetch } = createMcpHandler(() => assistantServer(visit), {
    maxSubscriptions: 0,
    onerror: (error) => log.info({ err: error }, "a message of an assistant was not answered"),
  });
  const { url, method, headers } = visit.request;
  return fetch(new Request(url, { method, headers }), { parsedBody });
}
