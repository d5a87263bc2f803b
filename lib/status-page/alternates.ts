import { isMaintenance, type Site, type SiteEntry } from "@/lib/domain/site";

/** Another form of the same page, by its ending. */
export type Alternate = { ending: string; type: string; title: string };

/** The forms in which an incident or maintenance can be read by programs. */
export const alternatesOf = (entry: SiteEntry): Alternate[] => [
  { ending: ".json", type: "application/json", title: "JSON" },
  { ending: ".md", type: "text/markdown", title: "Markdown" },
  { ending: ".atom", type: "application/atom+xml", title: "Feed of updates" },
  ...(isMaintenance(entry) ? [{ ending: ".ics", type: "text/calendar", title: "Calendar" }] : []),
];

/** The same as a `Link` header, for programs that do not read the page. */
export function alternateLinks({ page }: Site, entry: SiteEntry): string {
  const address = `${page.url}/incidents/${entry.id}`;
  return alternatesOf(entry)
    .map(({ ending, type }) => `<${address}${ending}>; rel="alternate"; type="${type}"`)
    .join(", ");
}
