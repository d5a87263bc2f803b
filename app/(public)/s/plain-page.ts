import { html, type Html } from "@/lib/status-page/html";

/** Nobody keeps the answer or indexes it. */
export const UNKEPT = {
  "Cache-Control": "private, no-store",
  "X-Robots-Tag": "noindex, nofollow",
};

/** The same for every link that does not work, whatever the reason. */
export const NO_SUCH_LINK = plainText(
  "This link does not work",
  "It may have expired or been revoked. Ask the person who shared it for a new one.",
);

/** What a chat shows under a link that works. */
export const LINK_PREVIEW = plainText("Shared incident", "Open the link to read it.");

export const TOO_MANY_TRIES = plainText(
  "Too many tries",
  "Wait a minute, then open the link again.",
);

export function plainPage(status: number, text: string): Response {
  return new Response(text, {
    status,
    headers: { "Content-Type": "text/html; charset=utf-8", ...UNKEPT },
  });
}

/** On to another address of ours. */
export const goTo = (path: string): Response =>
  new Response(null, { status: 303, headers: { Location: path, ...UNKEPT } });

export function plainText(title: string, text: string): string {
  return plain(title, html`<p>${text}</p>`);
}

/** A page that is not the portal's: a title and what stands below it. */
export function plain(title: string, body: Html): string {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex, nofollow" />
        <title>${title}</title>
        <link rel="stylesheet" href="/s/plain.css" />
      </head>
      <body>
        <main>
          <h1>${title}</h1>
          ${body}
        </main>
      </body>
    </html> `.text;
}
