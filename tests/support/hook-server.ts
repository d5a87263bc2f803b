import { createHmac } from "node:crypto";
import { once } from "node:events";
import { createServer, type IncomingHttpHeaders } from "node:http";
import { text } from "node:stream/consumers";

export type Posted = { headers: IncomingHttpHeaders; body: string };
type Answer = { status: number; body?: string; headers?: Record<string, string> };

/** A receiver of webhooks on this machine that keeps what it got. */
export async function startHookServer(
  answerTo: (posted: Posted) => Answer = () => ({ status: 200 }),
) {
  const posted: Posted[] = [];
  const server = createServer((request, response) => {
    text(request)
      .then((body) => {
        const one = { headers: request.headers, body };
        posted.push(one);
        const { status, body: words = "", headers } = answerTo(one);
        response.writeHead(status, headers).end(words);
      })
      .catch(() => response.destroy());
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}/hook`,
    posted,
    stop: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** Whether a receiver that knows the secret takes a webhook for real, as the documentation says to check. */
export function isSigned({ headers, body }: Posted, secret: string): boolean {
  const { "webhook-id": id, "webhook-timestamp": at, "webhook-signature": signature } = headers;
  const bytes = Buffer.from(secret.replace(/^whsec_/, ""), "base64");
  const mac = createHmac("sha256", bytes).update(`${id}.${at}.${body}`).digest("base64");
  return signature === `v1,${mac}`;
}
