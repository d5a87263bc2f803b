// Answers reads of the public site from prepared bytes: no rendering, no database, no framework.
import { refuse } from "./answer.mjs";

const HTML = "public, max-age=0, s-maxage=10, stale-while-revalidate=60, stale-if-error=86400";
const DATA = "public, max-age=10, s-maxage=10, stale-while-revalidate=20, stale-if-error=86400";
const ASSET = "public, max-age=31536000, immutable";
const NOT_YET = { status: 503, error: "The public page is being prepared. Try again in a moment." };
const CACHE = { page: HTML, data: DATA, asset: ASSET };

const HEADERS = {
  "X-Content-Type-Options": "nosniff",
  "Referrer-Policy": "strict-origin-when-cross-origin",
  "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
  Vary: "Accept-Encoding",
};
const POLICY =
  "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
const EMBEDDED = POLICY.replace("frame-ancestors 'none'", "frame-ancestors *");

/** The newest files, by their path. */
export function makePublicFiles(transportHeaders) {
  let files = new Map();
  return {
    /** Takes over what the publisher made: each file with its bytes by encoding, and its ETag. */
    replace(next) {
      files = new Map(next.map((file) => [file.path, prepared(file, transportHeaders)]));
    },
    /** Answers GET and HEAD of a path with its query; what is not there gets one and the same 404. */
    answer: (request, response, path, query) => answer(files, request, response, path, query),
  };
}

function prepared(
  { kind, type, etag, changedAt, status = 200, isEmbeddable, ...bytes },
  transport,
) {
  const shared = {
    ...transport,
    ...HEADERS,
    "Content-Type": type,
    "Cache-Control": CACHE[kind],
    ...(kind === "page" && {
      "Content-Security-Policy": isEmbeddable ? EMBEDDED : POLICY,
    }),
    ...(kind !== "page" && { "Access-Control-Allow-Origin": "*" }),
    "Last-Modified": new Date(changedAt).toUTCString(),
  };
  const variant = (encoding, body) => ({
    body,
    etag: `"${etag}${encoding === "" ? "" : `-${encoding}`}"`,
    headers: {
      ...shared,
      ...(encoding !== "" && { "Content-Encoding": encoding }),
      ETag: `"${etag}${encoding === "" ? "" : `-${encoding}`}"`,
      "Content-Length": body.length,
    },
  });
  return {
    status,
    br: variant("br", bytes.br),
    gzip: variant("gzip", bytes.gzip),
    identity: variant("", bytes.identity),
  };
}

function answer(files, request, response, path, query) {
  if (files.size === 0) return refuse(response, NOT_YET);
  const file = (query && files.get(`${path}?${query}`)) || files.get(path) || files.get("404");
  const { body, etag, headers } = chosen(file, request.headers["accept-encoding"]);
  if (file.status === 200 && matches(request.headers["if-none-match"], etag)) {
    const { "Content-Length": _, "Content-Type": __, "Content-Encoding": ___, ...kept } = headers;
    response.writeHead(304, kept);
    return response.end();
  }
  response.writeHead(file.status, headers);
  return response.end(request.method === "HEAD" ? undefined : body);
}

function chosen(file, accepted = "") {
  if (/\bbr\b(?!;q=0(?:\.0*)?(?:,|$))/.test(accepted)) return file.br;
  if (/\bgzip\b(?!;q=0(?:\.0*)?(?:,|$))/.test(accepted)) return file.gzip;
  return file.identity;
}

const matches = (asked, etag) =>
  asked !== undefined &&
  asked.split(",").some((one) => ["*", etag].includes(one.trim().replace(/^W\//, "")));
