import { createServer, type Server } from "node:http";

/** Serves one handler alone, on the database that is open in this process; gives its address. */
export async function serveHandler(
  answer: (request: Request) => Promise<Response>,
): Promise<{ url: string; server: Server }> {
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
    const given = await answer(request);
    outgoing.writeHead(given.status, Object.fromEntries(given.headers));
    outgoing.end(Buffer.from(await given.arrayBuffer()));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" ? address?.port : undefined;
  return { url: `http://127.0.0.1:${port}`, server };
}
