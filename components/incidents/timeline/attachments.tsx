import { ExternalLink } from "lucide-react";
import type { EventLink } from "@/db/queries/timeline-view";

/** The addresses and pictures that people attached to a row. */
export function Attachments({ links }: { links: EventLink[] }) {
  if (links.length === 0) return null;
  return (
    <ul aria-label="Attached" className="mt-2 flex flex-wrap items-end gap-x-4 gap-y-2">
      {links.map((link) => (
        <li key={link.id} className="min-w-0">
          {link.picture === null ? <Address {...link} /> : <Picture {...link} />}
        </li>
      ))}
    </ul>
  );
}

function Address({ url, title }: EventLink) {
  return (
    <a
      href={url ?? ""}
      rel="noopener noreferrer nofollow"
      className="inline-flex min-h-6 touch-target items-center gap-1.5 text-[0.8125rem] text-link underline-offset-4 wrap-anywhere hover:underline"
    >
      <ExternalLink aria-hidden className="size-3.5 shrink-0" />
      {title}
    </a>
  );
}

function Picture({ picture, title, name }: EventLink) {
  return (
    <a href={`/files/${picture}`} aria-label={title === "" ? `Picture ${name}` : undefined}>
      <img
        src={`/files/${picture}`}
        alt={title}
        loading="lazy"
        className="h-24 w-36 rounded-md border border-border bg-muted object-cover"
      />
    </a>
  );
}
