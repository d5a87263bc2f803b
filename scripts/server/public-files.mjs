// Answers reads of the public site from prepared bytes: no rendering, no database, no framework.
import { gunzipSync } from "node:zlib";
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
  "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
const EMBEDDED = POLICY.replace("frame-ancestors 'none'", "frame-ancestors *");
/** The style sheets of badges, by their sums; nothing else in a picture may style anything. */
export const BADGE_STYLES = [
  "sha256-n8hnrEcY+NwA+Mk7ujySyHkFs9z9Jx2eoTmtjI0GF0E=",
  "sha256-Ot43vwG1Gi/vcitcNc0jSlqSsj6TbRKBVlYPvIoXPXM=",
  "sha256-ejcon3Pgqr8kHfw6Ft4e/ZwmLoT1NOMrOn6qRBf5/tY=",
];
/** Pages of any other site may read and show what is no page. */
const SHARED = {
  "Access-Control-Allow-Origin": "*",
  "Access-Control-Expose-Headers": "ETag, Last-Modified, Link, X-Stale-Since",
  "Cross-Origin-Resource-Policy": "cross-origin",
  "Content-Security-Policy": `default-src 'none'; style-src ${BADGE_STYLES.map((sum) => `'${sum}'`).join(" ")}; base-uri 'none'; frame-ancestors 'none'`,
};

const MOST_ZONED = 100;

/** The newest files, by their path. */
export function makePublicFiles(transportHeaders) {
  const files = new Map();
  const zoned = new Set();
  let isWhole = false;
  let staleSince;
  return {
    /** Takes over what the publisher changed: each file with its bytes by encoding, and its ETag. */
    replace(change) {
      for (const path of zoned) files.delete(path);
      zoned.clear();
      for (const path of change.removed) files.delete(path);
      for (const file of change.changed) files.set(file.path, prepared(file, transportHeaders));
      isWhole ||= change.isWhole;
    },
    /** Takes over a page in a zone that a reader chose, until something changes. */
    keepZoned(file) {
      const [oldest] = zoned;
      if (zoned.size >= MOST_ZONED && zoned.delete(oldest)) files.delete(oldest);
      zoned.add(file.path);
      files.set(file.path, prepared(file, transportHeaders));
    },
    /** Whether a page is there, but not yet in this zone. */
    isToMake: (path, zone) => files.get(path)?.isPage && !zoned.has(`${path}?zone=${zone}`),
    /** Hears since when nothing new is known: not all that is read has words for it. */
    stand({ staleSince: since }) {
      staleSince = since === undefined ? undefined : new Date(since).toISOString();
    },
    /** Answers GET and HEAD of a path with its query; what is not there gets one and the same 404. */
    answer(request, response, path, query) {
      if (staleSince) response.setHeader("X-Stale-Since", staleSince);
      const file = found(files, path, query) ?? (isWhole && files.get("404"));
      if (file) return answer(file, request, response);
      const policy = SHARED["Content-Security-Policy"];
      const headers = { ...transportHeaders, ...HEADERS, "Content-Security-Policy": policy };
      response.setHeaders(new Headers({ ...headers, "Retry-After": "2" }));
      return refuse(response, NOT_YET);
    },
  };
}

function prepared(
  { kind, type, etag, changedAt, status = 200, isEmbeddable, link, ...bytes },
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
    ...(kind !== "page" && SHARED),
    ...(link && { Link: link }),
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
    isPage: kind === "page" && status === 200,
    br: bytes.br && variant("br", bytes.br),
    gzip: bytes.gzip && variant("gzip", bytes.gzip),
    identity: bytes.identity && variant("", bytes.identity),
    /** What is kept in gzip alone, for the few who cannot read that. */
    unpacked: () => variant("", gunzipSync(bytes.gzip)),
  };
}

function found(files, path, query) {
  const file = (query && asked(files, path, query)) || files.get(path) || unnamed(files, path);
  return file || (path.endsWith("/") ? files.get(path.slice(0, -1)) : undefined);
}

function answer(file, request, response) {
  const { body, etag, headers } = chosen(file, request.headers["accept-encoding"]);
  if (file.status === 200 && isKnown(request.headers, etag, headers["Last-Modified"])) {
    const { "Content-Length": _, "Content-Type": __, "Content-Encoding": ___, ...kept } = headers;
    response.writeHead(304, kept);
    return response.end();
  }
  response.writeHead(file.status, headers);
  return response.end(request.method === "HEAD" ? undefined : body);
}

const QUERIES = ["kind", "page", "zone"];

/** The file that a query asks for, whatever else stands in it; an empty page for those after the last. */
function asked(files, path, query) {
  const values = new URLSearchParams(query);
  const name = QUERIES.find((one) => values.has(one));
  const value = values.get(name);
  const file = files.get(`${path}?${name}=${value}`);
  if (file || name !== "page" || !/^[1-9]\d*$/.test(value)) return file;
  return files.get(`${path}?page=`);
}

/** Our own API may be asked without the ending. */
const unnamed = (files, path) => path.startsWith("api/v3/") && files.get(`${path}.json`);

function chosen(file, accepted = "") {
  if (file.br && /\bbr\b(?!;q=0(?:\.0*)?(?:,|$))/.test(accepted)) return file.br;
  if (file.gzip && /\bgzip\b(?!;q=0(?:\.0*)?(?:,|$))/.test(accepted)) return file.gzip;
  return file.identity ?? file.unpacked();
}

/** Whether who asks has these bytes; the time counts only for those who name no tag. */
function isKnown({ "if-none-match": tags, "if-modified-since": time }, etag, changedAt) {
  if (tags === undefined) return time === changedAt;
  return tags.split(",").some((one) => ["*", etag].includes(one.trim().replace(/^W\//, "")));
}
