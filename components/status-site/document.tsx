import type { ReactNode } from "react";
import type { Site } from "@/lib/domain/site";
import type { Alternate } from "@/lib/status-page/alternates";
import { PICTURE_WORDS, type Picture } from "@/lib/status-page/pictures";
import { REFRESH_PATH } from "@/lib/status-page/refresh";
import { STYLE_PATH } from "@/lib/status-page/style";
import { Footer } from "./footer";
import { pageTo, pathTo } from "./paths";
import { Subscribe } from "./subscribe";

export type DocumentProps = {
  site: Site;
  title: string;
  /** Below the page's address. */
  path: string;
  /** A sentence for previews of links. */
  summary: string;
  /** Which of the fixed pictures goes with a link. */
  picture?: Picture;
  alternates?: Alternate[];
  /** JSON for search engines. */
  structured?: string;
  /** Where what it says may change while somebody reads: the JSON that tells of changes, and its last. */
  live?: { path: string; at: string };
  /** True for what is no page of the site. */
  isUnlisted?: boolean;
  children: ReactNode;
};

/** A whole page of the public site: it needs no script, and takes nothing from elsewhere. */
export function Document(props: DocumentProps) {
  const { site, title, path, children, live } = props;
  return (
    <html lang="en">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{title}</title>
        <meta name="color-scheme" content="light dark" />
        <link rel="stylesheet" href={pathTo(site, STYLE_PATH)} />
        <Metadata {...props} />
        {live && <script defer src={pathTo(site, REFRESH_PATH)} />}
      </head>
      <body>
        <a className="skip" href="#main">
          Skip to the content
        </a>
        <header>
          <a className="name" href={pageTo(site)}>
            {site.page.name}
          </a>
          <Subscribe site={site} components={path === "" ? site.components : []} />
        </header>
        {live && (
          <p id="news" role="status" data-state={pathTo(site, live.path)} data-at={live.at} />
        )}
        <main id="main">{children}</main>
        <Footer site={site} />
      </body>
    </html>
  );
}

/** What a page says of itself to programs. */
function Metadata({ site, title, path, summary, ...more }: DocumentProps) {
  const { picture = "none", alternates = [], structured, isUnlisted = false } = more;
  const { name, url } = site.page;
  const address = path === "" ? url : `${url}/${path}`;
  const feeds = [
    { type: "application/atom+xml", file: "history.atom" },
    { type: "application/rss+xml", file: "history.rss" },
  ];
  return (
    <>
      <meta name="description" content={summary} />
      <link rel="icon" type="image/svg+xml" href={pathTo(site, `images/icon-${picture}.svg`)} />
      {isUnlisted ? (
        <meta name="robots" content="noindex" />
      ) : (
        <link rel="canonical" href={address} />
      )}
      {feeds.map(({ type, file }) => (
        <link
          key={file}
          rel="alternate"
          type={type}
          title={`${name}: history`}
          href={pathTo(site, file)}
        />
      ))}
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
      <meta property="og:image:width" content="1200" />
      <meta property="og:image:height" content="630" />
      <meta property="og:image:alt" content={PICTURE_WORDS[picture]} />
      <meta name="twitter:card" content="summary_large_image" />
      {structured !== undefined && (
        <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: structured }} />
      )}
    </>
  );
}
