import { STATUS_CODES } from "node:http";
import { isApi, methodsAt } from "./gate.mjs";

const JSON_TYPE = "application/json; charset=utf-8";

/**
 * Answers with one sentence and closes the connection, on which the rest of a body may still come. Programs are
 * told so in a problem document.
 */
export function refuse(response, { status, error }) {
  const { url } = response.req;
  const forProgram = isApi(url);
  response.writeHead(status, {
    "Content-Type": forProgram ? "application/problem+json" : JSON_TYPE,
    "Cache-Control": "no-store",
    Connection: "close",
    ...(status === 405 && { Allow: methodsAt(url).join(", ") }),
  });
  response.end(JSON.stringify(forProgram ? problemOf(status, error) : { error }));
}

const problemOf = (status, detail) => ({
  type: "about:blank",
  title: STATUS_CODES[status],
  status,
  detail,
});

const BROKEN = {
  HPE_HEADER_OVERFLOW: [431, "The headers of this request are too large."],
  ERR_HTTP_REQUEST_TIMEOUT: [408, "This request took too long to arrive."],
};

/** Answers what is not HTTP, for which there is no request and no response. */
export function refuseBroken(error, socket, headers) {
  if (!socket.writable || error.code === "ECONNRESET") return socket.destroy();
  const [status, sentence] = BROKEN[error.code] ?? [400, "This request is not well formed."];
  const body = JSON.stringify({ error: sentence });
  const lines = Object.entries({
    ...headers,
    "Content-Type": JSON_TYPE,
    "Content-Length": Buffer.byteLength(body),
    Connection: "close",
  }).map(([name, value]) => `${name}: ${value}\r\n`);
  socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${lines.join("")}\r\n${body}`);
}
