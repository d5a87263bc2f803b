import type { SharedIncident } from "@/lib/domain/shared-incident";
import { formatDate, humanize } from "@/lib/format";
import { NewMark } from "./new-mark";
import { SharedSection } from "./shared-section";

export function SharedActions({ actionItems }: { actionItems: SharedIncident["actionItems"] }) {
  return (
    <SharedSection title="Action items">
      <ul className="divide-y divide-border">
        {actionItems.map(({ title, status, deadline, isNew }, index) => (
          <li
            key={index}
            className="flex flex-wrap justify-between gap-x-6 gap-y-1 py-2.5 first:pt-0 last:pb-0"
          >
            <span className="min-w-0 flex-1 basis-64 wrap-anywhere">
              {title} <NewMark isNew={isNew} />
            </span>
            <span className="flex gap-4 text-muted-foreground">
              {status && <span>{humanize(status)}</span>}
              {deadline && <span>Due {formatDate(deadline)}</span>}
            </span>
          </li>
        ))}
      </ul>
    </SharedSection>
  );
}
