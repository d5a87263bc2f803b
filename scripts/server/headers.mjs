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

/** Over TLS browsers are asked to stay there. */
export const transportHeadersFor = (baseUrl) =>
  baseUrl.startsWith("https:") ? { "Strict-Transport-Security": "max-age=31536000" } : {};

/** The headers of every answer of the portal's. */
export const headersFor = (baseUrl) => ({ ...HEADERS, ...transportHeadersFor(baseUrl) });
