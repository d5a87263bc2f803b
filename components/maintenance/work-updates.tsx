import type { FormAction } from "@/components/form/use-form";
import type { Maintenance } from "@/db/queries/maintenances";
import { COMPONENT_STATUS_LABELS } from "@/lib/domain/component";
import { CorrectForm } from "./correct-form";
import { WorkMoment } from "./work-moment";
import { WORK_STATES } from "./work-words";

type WorkUpdatesProps = {
  work: Maintenance;
  zone: string;
  /** Missing for those who may only look. */
  correctAction: FormAction | undefined;
};

/** All that customers were told of some work, the newest first. */
export function WorkUpdates({ work, zone, correctAction }: WorkUpdatesProps) {
  return (
    <ol reversed className="divide-y divide-border border-t border-border">
      {work.updates.map((update, place) => {
        const { id, status, body, at, by, correctedAt, changes } = update;
        const isCancelling = work.cancelledAt !== null && place === 0;
        return (
          <li key={id} className="grid gap-1.5 px-4 py-3">
            <p className="flex flex-wrap gap-x-3 text-[0.8125rem] text-muted-foreground">
              <span className="font-medium text-foreground">
                {WORK_STATES[isCancelling ? "cancelled" : status]}
              </span>
              <WorkMoment at={at} zone={zone} />
              <span>by {by}</span>
              {correctedAt !== null && (
                <span>
                  corrected <WorkMoment at={correctedAt} zone={zone} />
                </span>
              )}
            </p>
            <p className="max-w-prose whitespace-pre-line wrap-anywhere">{body}</p>
            {changes.length > 0 && (
              <ul className="text-[0.8125rem] text-muted-foreground">
                {changes.map(({ name, before, after }) => (
                  <li key={name}>
                    {name}: {COMPONENT_STATUS_LABELS[before]} → {COMPONENT_STATUS_LABELS[after]}
                  </li>
                ))}
              </ul>
            )}
            {correctAction && (
              <CorrectForm workId={work.id} update={update} action={correctAction} />
            )}
          </li>
        );
      })}
    </ol>
  );
}
