import type { ReactNode } from "react";
import type { Impact, Site } from "@/lib/domain/site";
import { STYLE_PATH } from "@/lib/status-page/style";
import { Footer } from "./footer";
import { pathTo } from "./paths";
import { Subscribe } from "./subscribe";

export type DocumentProps = {
  site: Site;
  title: string;
  /** Below the page's address. */
  path: string;
  /** A sentence for previews of links. */
  summary: string;
  /** Which of the fixed pictures goes with a link. */
  picture?: Impact;
  /** Other forms of the same page, by their endings. */
  alternates?: { ending: string; type: string; title: string }[];
  children: ReactNode;
};

/** A whole page of the public site: it needs no script, and takes nothing from elsewhere. */
export function Document(props: DocumentProps) {
  const { site, title, path, summary, picture = "none", alternates = [], children } = props;
  const { name, url } = site.page;
  const address = path === "" ? url : `${url}/${path}`;
  return (
    <html lang="en">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{title}</title>
        <meta name="description" content={summary} />
        <meta name="color-scheme" content="light dark" />
        <link rel="stylesheet" href={pathTo(site, STYLE_PATH)} />
        <link rel="icon" type="image/svg+xml" href={pathTo(site, `images/icon-${picture}.svg`)} />
        <link rel="canonical" href={address} />
        <link
          rel="alternate"
          type="application/atom+xml"
          title="Incidents"
          href={pathTo(site, "history.atom")}
        />
        <link
          rel="alternate"
          type="application/rss+xml"
          title="Incidents"
          href={pathTo(site, "history.rss")}
        />
        {alternates.map(({ ending, type, title: of }) => (
          <link
            key={ending}
            rel="alternate"
            type={type}
            title={of}
            href={pathTo(site, `${path}${ending}`)}
          />
        ))}
        <meta property="og:type" content="website" />
        <meta property="og:site_name" content={name} />
        <meta property="og:title" content={title} />
        <meta property="og:description" content={summary} />
        <meta property="og:url" content={address} />
        <meta property="og:image" content={`${url}/images/preview-${picture}.png`} />
        <meta name="twitter:card" content="summary" />
      </head>
      <body>
        <a className="skip" href="#main">
          Skip to the state
        </a>
        <header>
          <a className="name" href={pathTo(site)}>
            {name}
          </a>
          <Subscribe site={site} />
        </header>
        <main id="main">{children}</main>
        <Footer site={site} />
      </body>
    </html>
  );
}
