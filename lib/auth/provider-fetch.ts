import { request as requestHttp, type IncomingMessage } from "node:http";
import { request as requestHttps } from "node:https";
import type { CustomFetchOptions } from "openid-client";
import { isLoopbackName } from "@/lib/loopback";

const LONGEST_WAIT = 10_000;
const MOST_BYTES = 1024 * 1024;

/**
 * Asks the provider: over TLS (or on this machine), without following a redirect, without decompressing
 * anything, for at most ten seconds and a megabyte.
 */
export async function providerFetch(
  address: string,
  { method, headers, body }: CustomFetchOptions,
): Promise<Response> {
  const url = new URL(address);
  if (url.protocol !== "https:" && !isLoopbackName(url.hostname)) {
    throw new Error("The provider wants to be asked without TLS.");
  }
  const response = await send(url, { method, headers }, bodyOf(body));
  if (response.headers["content-encoding"] !== undefined) {
    response.destroy();
    throw new Error("The provider compressed its answer.");
  }
  const content = await contentOf(response);
  const { statusCode: status = 502 } = response;
  const type = response.headers["content-type"];
  return new Response(status === 204 || status === 304 ? null : content, {
    status,
    headers: type === undefined ? {} : { "content-type": type },
  });
}

type Sent = Pick<CustomFetchOptions, "method" | "headers">;

function send(url: URL, { method, headers }: Sent, body: string): Promise<IncomingMessage> {
  const request = (url.protocol === "https:" ? requestHttps : requestHttp)(url, {
    method,
    agent: false,
    signal: AbortSignal.timeout(LONGEST_WAIT),
    headers: {
      ...headers,
      "accept-encoding": "identity",
      ...(body !== "" && { "content-length": Buffer.byteLength(body) }),
    },
  });
  return new Promise((resolve, reject) => {
    request.on("response", resolve).on("error", reject).end(body);
  });
}

function bodyOf(body: CustomFetchOptions["body"]): string {
  if (body === undefined || body === null) return "";
  if (typeof body === "string" || body instanceof URLSearchParams) return body.toString();
  throw new Error("A provider is sent texts only.");
}

async function contentOf(response: IncomingMessage): Promise<Buffer<ArrayBuffer>> {
  const parts: Buffer[] = [];
  let bytes = 0;
  for await (const part of response) {
    const read = Buffer.from(part);
    bytes += read.length;
    if (bytes > MOST_BYTES) throw new Error("The provider’s answer is too long.");
    parts.push(read);
  }
  return Buffer.concat(parts);
}
