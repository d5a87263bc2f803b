import { IMPACT_WORDS } from "@/components/status-site/words";
import { ComponentChanges } from "@/components/status-words/component-changes";
import { NextUpdate } from "@/components/status-words/next-update";
import { StatusWord } from "@/components/status-words/status-word";
import { UpdateText } from "@/components/status-words/update-text";
import { Time } from "@/components/time";
import { PUBLIC_STATUS_LABELS } from "@/lib/domain/public-status";
import type { PublicPreview } from "./preview-of";

/** An incident as the status page will lead with it. */
export function PreviewedIncident({ preview }: { preview: PublicPreview }) {
  const { title, status, impact, startedAt, at, body, changes, nextUpdateDueAt } = preview;
  return (
    <article
      aria-labelledby="previewed-incident"
      className="rounded-xl border border-border bg-card p-5 shadow-xs sm:p-6"
    >
      <h2 id="previewed-incident" className="text-lg leading-6 font-semibold wrap-anywhere">
        {title}
      </h2>
      <p className="mt-1 font-medium">
        {PUBLIC_STATUS_LABELS[status]} · {IMPACT_WORDS[impact]}
      </p>
      <p className="text-[0.8125rem] text-muted-foreground">
        Since <Time at={startedAt} />
      </p>
      <div className="mt-4 space-y-2">
        <p className="flex flex-wrap items-center gap-x-2.5">
          <StatusWord status={status} />
          <Time at={at} className="text-[0.8125rem] text-muted-foreground" />
        </p>
        <UpdateText body={body} className="text-base leading-relaxed" />
        <ComponentChanges changes={changes} />
        {nextUpdateDueAt !== undefined && <NextUpdate dueAt={nextUpdateDueAt} asOf={at} />}
      </div>
    </article>
  );
}
