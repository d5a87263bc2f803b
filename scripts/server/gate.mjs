const KB = 1024;
const LONGEST_ADDRESS = 8 * KB;
const ALLOWED = ["GET", "HEAD", "POST"];
const ALLOWED_IN_API = [...ALLOWED, "PUT", "PATCH", "DELETE"];
const API = /^\/api\/v1(?:\/|$)/;

/** True for an address of the API for programs, whose answers are JSON always. */
export const isApi = (url = "") => API.test(url.split("?", 1)[0]);

/** The methods that an address may be asked with. */
export const methodsAt = (url) => (isApi(url) ? ALLOWED_IN_API : ALLOWED);

/** True for a method that may carry a body. */
export const mayCarry = (method) => method !== "GET" && method !== "HEAD";

/** The most bytes that a body may have, by where it is sent; a record may have 10 MB. */
const CAPS = [
  { path: /^\/import$/, bytes: 11 * KB * KB },
  { path: /^\/subscribers$/, bytes: 2 * KB * KB }, // a list of 20,000
  { path: /^\/incidents\/(?!new$)[^/]+(?:\/postmortem)?$/, bytes: 6 * KB * KB }, // a picture of 5 MB
];
/** What is sent as it is. A live text's change is a whole text at most, with what came and went in it. */
const BARE = [
  {
    path: /^\/api\/postmortems\/[^/]+\/live$/,
    type: /^application\/octet-stream$/,
    bytes: KB * KB,
  },
  {
    path: /^\/incidents\/[^/]+\/postmortem\/pictures$/,
    type: /^image\/[a-z]+$/,
    bytes: 6 * KB * KB,
  },
  {
    path: /^\/api\/v1\/(?:records|records\/previews|analysis)$/,
    type: /^application\/json\b/i,
    bytes: 11 * KB * KB,
  },
  { path: API, type: /^application\/json\b/i, bytes: KB * KB },
];
const USUAL_CAP = 256 * KB;

/** Only forms and what is sent bare carry texts and files; the values of a call alone are always small. */
export function capOf(path, { "content-type": type = "" }) {
  const isForm = /^multipart\/form-data\b/i.test(type);
  const cap = isForm
    ? CAPS.find((form) => form.path.test(path))
    : BARE.find((bare) => bare.path.test(path) && bare.type.test(type));
  return cap?.bytes ?? USUAL_CAP;
}

/**
 * Why a request is refused before anything looks at it, or its path. What no page of the portal sends is
 * refused here: addresses that are none, methods and encodings that nothing answers, posts from other sites.
 */
export function enter(request, baseUrl) {
  const { method, url, headers, httpVersion } = request;
  const methods = methodsAt(url);
  if (!methods.includes(method)) {
    return refusal(405, `${list(methods)} are answered here, no other method.`);
  }
  if (url.length > LONGEST_ADDRESS) return refusal(414, "This address is too long.");
  const path = pathOf(url);
  if (path === undefined) return refusal(400, "This address is not well formed.");
  if (headers.host === undefined && httpVersion !== "1.0") {
    return refusal(400, "This request names no host.");
  }
  if (headers["content-encoding"]) {
    return refusal(415, "Send the body without a content encoding.");
  }
  if (headers["next-action"] !== undefined && !/^[0-9a-f]{42}$/.test(headers["next-action"])) {
    return refusal(400, "There is no such action.");
  }
  if (mayCarry(method) && isForeign(headers, baseUrl)) {
    return refusal(403, "This came from another site.");
  }
  return { path };
}

/** True for what a browser says another site's page sends. Actions and handlers ask more closely. */
function isForeign({ "sec-fetch-site": site, origin, host }, baseUrl) {
  if (origin !== undefined && hostOf(origin) === undefined) return true;
  if (site !== undefined) return site !== "same-origin" && site !== "none";
  return origin !== undefined && ![host, new URL(baseUrl).host].includes(hostOf(origin));
}

/** The host of an origin that names one. */
export const hostOf = (origin) => (URL.canParse(origin) ? new URL(origin).host : undefined);

const list = (names) => `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;

const refusal = (status, error) => ({ status, error });

/** The decoded path, or `undefined` for an address that is not one: another host's, or broken text. */
function pathOf(url) {
  const [encoded] = url.split("?", 1);
  if (!encoded.startsWith("/") || /[\\]|\/\//.test(encoded)) return undefined;
  try {
    const path = decodeURIComponent(encoded);
    return /\p{Cc}/u.test(path) ? undefined : path;
  } catch {
    return undefined;
  }
}
