import { createServer, type Server } from "node:http";
import { answerWith } from "@/app/api/v1/door";
import { OPERATIONS } from "@/app/api/v1/operations/registry";

/** Serves the API alone, on the database that is open in this process; gives its address. */
export async function serveApi(): Promise<{ url: string; server: Server }> {
  const server = createServer(async (incoming, outgoing) => {
    const chunks: Buffer[] = [];
    for await (const chunk of incoming) chunks.push(chunk);
    const { method = "GET", url, headers } = incoming;
    const body = Buffer.concat(chunks);
    const request = new Request(`http://127.0.0.1${url}`, {
      method,
      headers: Object.entries(headers).map(([name, value]): [string, string] => [name, `${value}`]),
      ...(body.length > 0 && { body }),
    });
    const answer = await answerWith(OPERATIONS, request);
    outgoing.writeHead(answer.status, Object.fromEntries(answer.headers));
    outgoing.end(Buffer.from(await answer.arrayBuffer()));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" ? address?.port : undefined;
  return { url: `http://127.0.0.1:${port}`, server };
}
