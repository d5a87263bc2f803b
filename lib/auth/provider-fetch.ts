import type { CustomFetchOptions } from "openid-client";
import { isLoopbackName } from "@/lib/loopback";
import { askOutside, wholeOf } from "@/lib/outgoing/ask";

const MOST_BYTES = 1024 * 1024;

/** Asks the provider, over TLS or on this machine. It may be inside: whoever runs the portal named it. */
export async function providerFetch(
  address: string,
  { method, headers, body }: CustomFetchOptions,
): Promise<Response> {
  const url = new URL(address);
  if (url.protocol !== "https:" && !isLoopbackName(url.hostname)) {
    throw new Error("The provider wants to be asked without TLS.");
  }
  const response = await askOutside(url, { method, headers, body: bodyOf(body) }, "anywhere");
  if (response.headers["content-encoding"] !== undefined) {
    response.destroy();
    throw new Error("The provider compressed its answer.");
  }
  const content = await wholeOf(response, MOST_BYTES);
  const { statusCode: status = 502 } = response;
  const type = response.headers["content-type"];
  return new Response(status === 204 || status === 304 ? null : content, {
    status,
    headers: type === undefined ? {} : { "content-type": type },
  });
}

function bodyOf(body: CustomFetchOptions["body"]): string {
  if (body === undefined || body === null) return "";
  if (typeof body === "string" || body instanceof URLSearchParams) return body.toString();
  throw new Error("A provider is sent texts only.");
}
