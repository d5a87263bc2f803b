/** What every answer says, files and errors included. Pages say more: their policy comes from proxy.ts. */
const HEADERS = {
  "Content-Security-Policy":
    "default-src 'none'; form-action 'none'; frame-ancestors 'none'; base-uri 'none'",
  "X-Content-Type-Options": "nosniff",
  "X-Frame-Options": "DENY",
  "Referrer-Policy": "same-origin",
  "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Resource-Policy": "same-origin",
};

/** The headers of every answer; over TLS they also ask browsers to stay there. */
export const headersFor = (baseUrl) =>
  baseUrl.startsWith("https:")
    ? { ...HEADERS, "Strict-Transport-Security": "max-age=31536000" }
    : HEADERS;
