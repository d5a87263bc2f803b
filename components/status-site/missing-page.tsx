import type { Site } from "@/lib/domain/site";
import { Document } from "./document";

export function MissingPage({ site }: { site: Site }) {
  return (
    <Document site={site} path="" title={`No page here – ${site.page.name}`}>
      <h1>No page here</h1>
      <p>
        <a href={site.page.url}>Back to the status page</a>
      </p>
    </Document>
  );
}
