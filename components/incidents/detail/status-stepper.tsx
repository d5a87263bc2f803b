import { Check } from "lucide-react";
import type { ReactNode } from "react";
import { StatusBadge } from "@/components/incidents/status-badge";
import { INCIDENT_STATUSES, type IncidentStatus } from "@/lib/domain/incident";
import { humanize } from "@/lib/format";
import { cn } from "@/lib/utils";

type StatusStepperProps = {
  status: string;
  /** What leads to another step, for those who may take it. */
  stepTo?: (step: IncidentStatus) => ReactNode;
};

/** Where the incident stands on its way; a status off that way is named by itself. */
export function StatusStepper({ status, stepTo = humanize }: StatusStepperProps) {
  const current = INCIDENT_STATUSES.findIndex((known) => known === status);
  const isOnTheWay = current !== -1;

  return (
    <div className="flex flex-wrap items-center gap-x-3">
      {!isOnTheWay && <StatusBadge status={status} />}
      {(isOnTheWay || stepTo !== humanize) && (
        <ol
          aria-label="Status"
          className="flex flex-wrap items-center gap-y-1 text-[0.8125rem] max-sm:gap-x-2 max-sm:text-xs"
        >
          {INCIDENT_STATUSES.map((step, index) => (
            <li
              key={step}
              aria-current={index === current ? "step" : undefined}
              className={cn(
                "flex items-center gap-1.5 leading-6 max-sm:gap-1",
                index === current ? "font-semibold text-foreground" : "text-muted-foreground",
              )}
            >
              {index > 0 && (
                <span aria-hidden className="mx-1.5 h-px w-6 bg-border max-lg:w-3 max-sm:hidden" />
              )}
              {index === current ? (
                <StatusBadge status={step} className="font-semibold max-sm:gap-1 max-sm:text-xs" />
              ) : (
                <>
                  {index < current && <Check aria-hidden className="size-3.5 max-sm:size-3" />}
                  {stepTo(step)}
                  {index < current && <span className="sr-only">(passed)</span>}
                </>
              )}
            </li>
          ))}
        </ol>
      )}
    </div>
  );
}
