import { Time } from "@/components/time";
import type { PublicIncident } from "@/db/queries/public/status-page";
import { ComponentChanges } from "./component-changes";
import { Corrected } from "./corrected";
import { NextUpdate } from "./next-update";
import { Progress } from "./progress";
import { StatusWord } from "./status-word";
import { UpdateList } from "./update-list";
import { UpdateText } from "./update-text";

type ActiveIncidentProps = {
  incident: PublicIncident;
  asOf: number;
  /** True where it is only shown, before there is a page to lead to. */
  isPreview?: boolean;
};

/** An incident that goes on: where it stands, the latest word in full, earlier ones to open. */
export function ActiveIncident({ incident, asOf, isPreview = false }: ActiveIncidentProps) {
  const { id, title, status, startedAt, updates } = incident;
  const [latest, ...earlier] = updates;
  return (
    <article
      aria-labelledby={`incident-${id}`}
      className="rounded-xl border border-border bg-card p-5 shadow-xs sm:p-6"
    >
      <div className="mb-4 flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
        <h2 id={`incident-${id}`} className="text-lg leading-6 font-semibold wrap-anywhere">
          {isPreview ? (
            title
          ) : (
            <a href={`/status/incidents/${id}`} className="touch-target hover:underline">
              {title}
            </a>
          )}
        </h2>
        <p className="text-[0.8125rem] text-muted-foreground">
          Since <Time at={startedAt} />
        </p>
      </div>
      <Progress status={status} />
      {latest && (
        <div className="mt-5 space-y-2">
          <p className="flex flex-wrap items-center gap-x-2.5">
            <StatusWord status={latest.status} />
            <Time at={latest.at} className="text-[0.8125rem] text-muted-foreground" />
            {latest.correctedAt !== undefined && (
              <Corrected at={latest.correctedAt} saidAt={latest.at} />
            )}
          </p>
          <UpdateText body={latest.body} className="text-base leading-relaxed" />
          <ComponentChanges changes={latest.components} />
          {latest.nextUpdateDueAt !== undefined && (
            <NextUpdate dueAt={latest.nextUpdateDueAt} asOf={asOf} />
          )}
        </div>
      )}
      {earlier.length > 0 && !isPreview && (
        <details className="mt-4 border-t border-border pt-3">
          <summary className="min-h-8 content-center font-medium hover:text-link pointer-coarse:min-h-11">
            {earlier.length === 1 ? "1 earlier update" : `${earlier.length} earlier updates`}
          </summary>
          <UpdateList incidentId={id} updates={earlier} className="mt-3" />
        </details>
      )}
    </article>
  );
}
