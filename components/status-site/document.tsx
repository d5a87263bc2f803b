import type { ReactNode } from "react";
import type { Site } from "@/lib/domain/site";

type DocumentProps = {
  site: Site;
  title: string;
  /** Below the page's address. */
  path: string;
  children: ReactNode;
};

/** A whole page of the public site: no script, no font, nothing from elsewhere. */
export function Document({ site, title, path, children }: DocumentProps) {
  const { name, url } = site.page;
  return (
    <html lang="en">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{title}</title>
        <link rel="canonical" href={path === "" ? url : `${url}/${path}`} />
        <link rel="stylesheet" href={`${url}/style.css`} />
        <link rel="alternate" type="application/atom+xml" href={`${url}/history.atom`} />
        <link rel="alternate" type="application/rss+xml" href={`${url}/history.rss`} />
      </head>
      <body>
        <header>
          <a href={url}>{name}</a>
        </header>
        <main>{children}</main>
      </body>
    </html>
  );
}
