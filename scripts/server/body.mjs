import { IncomingMessage } from "node:http";

/** How much of a body that is too large is still read, so that its sender reads the answer. */
const READ_ANYWAY = 32 * 1024 * 1024;

/**
 * The whole body; `undefined` when it has more bytes than the cap, of which none are kept. It rejects
 * when the sender goes away.
 * @returns {Promise<Buffer | undefined>}
 */
export function readBody(request, cap) {
  return new Promise((resolve, reject) => {
    let chunks = [];
    let bytes = 0;
    if (Number(request.headers["content-length"]) > READ_ANYWAY) return resolve(undefined);
    request.on("data", (chunk) => {
      bytes += chunk.length;
      if (bytes <= cap) chunks.push(chunk);
      else chunks = [];
      if (bytes > READ_ANYWAY) resolve(undefined);
    });
    request.on("end", () => resolve(bytes <= cap ? Buffer.concat(chunks) : undefined));
    request.on("error", reject);
  });
}

/** The same request again, with its body from the start. */
export function replay(request, body) {
  const again = new IncomingMessage(request.socket);
  const { method, url, headers, rawHeaders, httpVersion, httpVersionMajor, httpVersionMinor } =
    request;
  Object.assign(again, {
    method,
    url,
    headers,
    rawHeaders,
    httpVersion,
    httpVersionMajor,
    httpVersionMinor,
    complete: true,
  });
  again.push(body);
  again.push(null);
  return again;
}
