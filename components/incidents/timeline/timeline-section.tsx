import { Section } from "@/components/incidents/detail/section";
import type { TimelinePage } from "@/db/queries/timeline-view";
import { FindAnchor } from "./find-anchor";
import { PinnedRows } from "./pinned-rows";
import { Timeline } from "./timeline";
import type { Opened, TimelineAddress, TimelinePlace } from "./timeline-address";
import { TimelineFilter } from "./timeline-filter";
import { TimelinePages } from "./timeline-pages";
import type { Histories } from "./row-history";
import type { TimelineWriting } from "./timeline-tools";

type TimelineSectionProps = {
  place: TimelinePlace;
  order: TimelineAddress["order"];
  opened: Opened;
  page: TimelinePage;
  histories: Histories;
  declaredAt: number | null;
  /** What this person may do; left out for those who only read. */
  writing: TimelineWriting | undefined;
};

/** The story of the incident: one page of it, with ways to the rest. */
export function TimelineSection(props: TimelineSectionProps) {
  const { place, order, opened, page, histories, declaredAt, writing } = props;
  const { types, showsActivity, pages, counts, hidden } = page;
  const address = { types, order, page: page.page, activity: showsActivity };

  return (
    <Section id="timeline" title="Timeline">
      {counts.length === 0 ? (
        <p className="text-muted-foreground">
          Nothing recorded yet. Add what you know; you can choose the time it happened.
        </p>
      ) : (
        <>
          <PinnedRows path={place.path} rows={page.pinned} />
          <TimelineFilter place={place} address={address} counts={counts} hidden={hidden} />
          <Timeline
            rows={page.rows}
            gaps={page.gaps}
            questions={page.questions}
            links={page.links}
            isComplete={page.page === pages}
            histories={histories}
            declaredAt={declaredAt}
            tools={{ place, address, opened, writing }}
          />
          <TimelinePages place={place} address={address} pages={pages} />
        </>
      )}
      <FindAnchor path={place.path} />
    </Section>
  );
}
