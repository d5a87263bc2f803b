import { STATUS_CODES } from "node:http";

const JSON_TYPE = "application/json; charset=utf-8";

/** Answers with one sentence and closes the connection, on which the rest of a body may still come. */
export function refuse(response, { status, error }) {
  response.writeHead(status, {
    "Content-Type": JSON_TYPE,
    "Cache-Control": "no-store",
    Connection: "close",
    ...(status === 405 && { Allow: "GET, HEAD, POST" }),
  });
  response.end(JSON.stringify({ error }));
}

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
