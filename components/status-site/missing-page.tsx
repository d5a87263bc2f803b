import type { Site } from "@/lib/domain/site";
import { Document } from "./document";
import { pathTo } from "./paths";

/** For addresses that are none: the same for what never was and for what nobody may know of. */
export function MissingPage({ site }: { site: Site }) {
  return (
    <Document
      site={site}
      path=""
      title={`No page here – ${site.page.name}`}
      summary="No page here."
      isUnlisted
    >
      <h1>No page here</h1>
      <p>
        It may never have been, or have another address now.{" "}
        <a href={pathTo(site)}>See the current state</a>.
      </p>
    </Document>
  );
}

/** For what was public, and was taken off the page. */
export function GonePage({ site }: { site: Site }) {
  return (
    <Document
      site={site}
      path=""
      title={`No longer here – ${site.page.name}`}
      summary="No longer here."
      isUnlisted
    >
      <h1>No longer here</h1>
      <p>
        This was taken off the page. <a href={pathTo(site)}>See the current state</a>.
      </p>
    </Document>
  );
}
