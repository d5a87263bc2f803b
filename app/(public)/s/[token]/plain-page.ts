/** Nobody keeps the answer, indexes it, or is told where a reader came from. */
export const UNKEPT = {
  "Cache-Control": "private, no-store",
  "Referrer-Policy": "no-referrer",
  "X-Robots-Tag": "noindex, nofollow",
};

/** The same for every link that does not work, whatever the reason. */
export const NO_SUCH_LINK = page(
  "This link does not work",
  "It may have expired or been revoked. Ask the person who shared it for a new one.",
);

/** What a chat shows under a link that works. */
export const LINK_PREVIEW = page("Shared incident", "Open the link to read it.");

export const TOO_MANY_TRIES = page("Too many tries", "Wait a minute, then open the link again.");

export function plainPage(status: number, html: string): Response {
  return new Response(html, {
    status,
    headers: { "Content-Type": "text/html; charset=utf-8", ...UNKEPT },
  });
}

function page(title: string, text: string): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex, nofollow">
<title>${title}</title>
<link rel="stylesheet" href="/s/plain.css">
</head>
<body>
<main>
<h1>${title}</h1>
<p>${text}</p>
</main>
</body>
</html>
`;
}
