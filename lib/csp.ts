type Policy = { nonce: string; development: boolean };

/** What a page may load and do. Development needs `eval` for its error overlay and a socket for reloads. */
export function contentSecurityPolicy({ nonce, development }: Policy): string {
  const scripts = `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'`;
  return [
    "default-src 'none'",
    development ? `${scripts} 'unsafe-eval'` : scripts,
    development ? "style-src 'self' 'unsafe-inline'" : `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: blob:",
    "font-src 'self'",
    development ? "connect-src 'self' ws:" : "connect-src 'self'",
    "manifest-src 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
  ].join("; ");
}

/** For files that people attached: nothing in them may run, load or send anything. */
export const FILE_POLICY = "sandbox; default-src 'none'; frame-ancestors 'none'";
