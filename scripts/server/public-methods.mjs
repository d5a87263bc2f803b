const ALLOWED = "GET, HEAD, OPTIONS";
const CORS = {
  "Access-Control-Allow-Origin": "*",
  "Access-Control-Allow-Methods": "*", // a refusal can then be read as well
  "Access-Control-Allow-Headers": "*",
  "Access-Control-Max-Age": "86400",
};
const SENTENCE =
  "This address can only be read. To hear of changes, use the form or the feeds of the status page.";

/** Answers whoever does not read the public site: browsers that ask whether they may, and all others with no. */
export function answerOther(request, response) {
  if (request.method === "OPTIONS") {
    response.writeHead(204, { ...CORS, Allow: ALLOWED });
    return response.end();
  }
  const body = JSON.stringify({ error: SENTENCE });
  response.writeHead(405, {
    ...CORS,
    Allow: ALLOWED,
    "Content-Type": "application/json; charset=utf-8",
    "Content-Length": Buffer.byteLength(body),
    "Cache-Control": "no-store",
    "X-Content-Type-Options": "nosniff",
    "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
    Connection: "close", // the rest of a body may still come
  });
  return response.end(body);
}
