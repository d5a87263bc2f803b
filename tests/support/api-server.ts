import { createServer } from "node:http";
import { answerWith } from "@/app/api/v1/door";
import { OPERATIONS } from "@/app/api/v1/operations/registry";
import { replaceDatabase } from "@/db/client";
import { openDatabase } from "@/db/open";

/** Serves the API alone on the database named in the arguments, and prints its port. */
replaceDatabase(openDatabase(process.argv[2] ?? ""));
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
server.listen(0, "127.0.0.1", () => {
  const address = server.address();
  if (typeof address === "object") process.stdout.write(`${address?.port}\n`);
});
