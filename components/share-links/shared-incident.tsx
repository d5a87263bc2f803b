import type { ReactNode } from "react";
import { StatusWord } from "@/components/status-words/status-word";
import { Time } from "@/components/time";
import type { SharedIncident } from "@/lib/domain/shared-incident";
import { publicStatus } from "@/lib/domain/public-status";
import { humanize } from "@/lib/format";
import { SharedActions } from "./shared-actions";
import { SharedFacts } from "./shared-facts";
import { SharedMessages, type ShownMessage } from "./shared-messages";
import { SharedPhases } from "./shared-phases";
import { SharedSection } from "./shared-section";
import { SharedSeverity } from "./shared-severity";
import { SharedTimeline, type ShownEvent } from "./shared-timeline";

type SharedIncidentPageProps = {
  incident: SharedIncident;
  expiresAt: number;
  /** Which page of the timeline is asked for. */
  page: number;
  /** What changed since the reader was last here. */
  news?: ReactNode;
  /** What of the postmortem goes with it. */
  report?: ReactNode;
  /** What the reader can do. */
  children?: ReactNode;
};

/** One incident as its share link shows it: made on the server from named fields, without any script. */
export function SharedIncidentPage(props: SharedIncidentPageProps) {
  const { incident, expiresAt, page, news, report, children } = props;
  return (
    <>
      <aside
        aria-label="About this page"
        className="mt-4 flex flex-wrap justify-between gap-x-4 rounded-lg border border-info/30 bg-info-surface px-4 py-2.5 text-[0.8125rem] text-info"
      >
        <span>Shared by Muster · read-only</span>
        <span>
          Link expires <Time at={expiresAt} />
        </span>
      </aside>
      <main id="main" className="grid flex-1 content-start gap-5 py-6">
        <header>
          <SharedStanding incident={incident} />
          <h1 className="mt-2 text-2xl leading-tight font-semibold tracking-tight wrap-anywhere">
            {incident.title}
          </h1>
        </header>
        {news}
        <SharedParts incident={incident} page={page} report={report} />
        {children}
      </main>
      <footer className="border-t border-border py-6 text-[0.8125rem] text-muted-foreground">
        All times are in UTC. Internal notes, e-mails and metadata are not part of this page.
      </footer>
    </>
  );
}

/** Severity, key and status. */
export function SharedStanding({ incident }: { incident: SharedIncident }) {
  const { key, severity, status } = incident;
  const known = publicStatus(status);
  return (
    <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <SharedSeverity severity={severity} />
      <span className="font-mono text-[0.8125rem]">{key}</span>
      {known ? <StatusWord status={known} /> : <span>{humanize(status)}</span>}
    </p>
  );
}

type SharedPartsProps = {
  incident: Omit<SharedIncident, "messages" | "events"> & {
    messages: ShownMessage[];
    events: ShownEvent[];
  };
  page: number;
  report?: ReactNode;
};

/** What a link shows below the title; a part that is not shared, or is empty, is not there. */
export function SharedParts({ incident, page, report }: SharedPartsProps) {
  const { impact, messages, events, actionItems, metrics, milestones } = incident;
  return (
    <>
      {metrics.length + milestones.length > 0 && <SharedFacts incident={incident} />}
      {impact.length > 0 && (
        <SharedSection title="Impact">
          <ul className="list-disc space-y-1 ps-5">
            {impact.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </SharedSection>
      )}
      {report}
      <SharedPhases phases={incident.phases} />
      {messages.length > 0 && <SharedMessages messages={messages} />}
      {events.length > 0 && <SharedTimeline events={events} asked={page} />}
      {actionItems.length > 0 && <SharedActions actionItems={actionItems} />}
    </>
  );
}
