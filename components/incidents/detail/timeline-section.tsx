import type { TimelineEntry } from "@/db/queries/timeline";
import { countTypes, timelinePage } from "@/lib/domain/timeline";
import { FindAnchor } from "./find-anchor";
import { Section } from "./section";
import { Timeline } from "./timeline";
import type { TimelineAddress } from "./timeline-address";
import { TimelineFilter } from "./timeline-filter";
import { TimelinePages } from "./timeline-pages";

type TimelineSectionProps = {
  path: string;
  entries: TimelineEntry[];
  asked: TimelineAddress & { event: number | undefined };
  usualOrder: TimelineAddress["order"];
  declaredAt: number | null;
};

/** The story of the incident: one page of it, with ways to the rest. */
export function TimelineSection(props: TimelineSectionProps) {
  const { path, entries, asked, usualOrder, declaredAt } = props;
  const newestFirst = asked.order === "newest";
  const { shown, hidden, types, page, pages } = timelinePage(entries, { ...asked, newestFirst });
  const address = { types, order: asked.order, page };

  return (
    <Section id="timeline" title="Timeline">
      {entries.length === 0 ? (
        <p className="text-muted-foreground">
          Nothing recorded yet. Add what you know; you can choose the time it happened.
        </p>
      ) : (
        <>
          <TimelineFilter
            path={path}
            address={address}
            usualOrder={usualOrder}
            counts={countTypes(entries)}
            total={entries.length}
            hidden={hidden}
          />
          <Timeline
            entries={shown}
            newestFirst={newestFirst}
            showsGaps={hidden === 0}
            declaredAt={declaredAt}
          />
          <TimelinePages path={path} address={address} usualOrder={usualOrder} pages={pages} />
        </>
      )}
      <FindAnchor path={path} />
    </Section>
  );
}
