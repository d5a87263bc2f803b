import { request as requestHttp, type IncomingMessage } from "node:http";
import { request as requestHttps } from "node:https";
import { ClosedNetworkError, namesClosedHost, openLookup } from "./addresses";

const LONGEST = 10_000;

export type Asked = { method: string; headers: Record<string, string>; body: string };

/** Whom an address may be of: anybody on the open internet, over TLS; or wherever the operator says, who named it. */
export type Reach = "open internet" | "anywhere";

/**
 * The only way in which the portal asks other servers over HTTP. No redirect is followed, nothing is decompressed,
 * no connection is kept, and after ten seconds it is over. Throws a ClosedNetworkError for what is not to be reached.
 */
export async function askOutside(url: URL, asked: Asked, reach: Reach): Promise<IncomingMessage> {
  const isGuarded = reach === "open internet";
  if (isGuarded && (url.protocol !== "https:" || namesClosedHost(url))) {
    throw new ClosedNetworkError("A closed network.");
  }
  const { method, headers, body } = asked;
  const request = (url.protocol === "https:" ? requestHttps : requestHttp)(url, {
    method,
    agent: false,
    signal: AbortSignal.timeout(LONGEST),
    ...(isGuarded && { lookup: openLookup }),
    headers: {
      ...headers,
      "user-agent": "Muster",
      "accept-encoding": "identity",
      ...(body !== "" && { "content-length": Buffer.byteLength(body) }),
    },
  });
  return new Promise((resolve, reject) => {
    request.on("response", resolve).on("error", reject).end(body);
  });
}

/** The first characters of an answer; the rest is never read. */
export async function beginningOf(response: IncomingMessage, most: number): Promise<string> {
  let text = "";
  response.setEncoding("latin1");
  for await (const part of response) {
    text += part;
    if (text.length >= most) break; // leaving the loop ends the connection
  }
  return text.slice(0, most);
}

/** A whole answer; throws for a longer one. */
export async function wholeOf(
  response: IncomingMessage,
  most: number,
): Promise<Buffer<ArrayBuffer>> {
  const parts: Buffer[] = [];
  let bytes = 0;
  for await (const part of response) {
    const read = Buffer.from(part);
    bytes += read.length;
    if (bytes > most) throw new Error("The answer is too long.");
    parts.push(read);
  }
  return Buffer.concat(parts);
}
