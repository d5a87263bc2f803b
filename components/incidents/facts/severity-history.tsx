import { SeverityBadge } from "@/components/incidents/severity-badge";
import { Time } from "@/components/time";
import { Disclosure } from "@/components/ui/disclosure";
import type { SeverityChange } from "@/lib/domain/severity-choice";

/** Every severity that the incident had: who chose it, when, why, and what was computed then. */
export function SeverityHistory({ history }: { history: SeverityChange[] }) {
  return (
    <Disclosure summary={`History of the severity (${history.length})`} className="mt-2">
      <ol className="grid gap-2.5">
        {history.map((change, index) => (
          <Change key={index} change={change} />
        ))}
      </ol>
    </Disclosure>
  );
}

function Change({ change }: { change: SeverityChange }) {
  const { before, after, computed, score, reason, changedBy, changedAt } = change;
  return (
    <li className="grid gap-0.5 text-[0.8125rem] leading-5">
      <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
        {before !== null && before !== after && (
          <>
            <SeverityBadge severity={before} /> <span className="text-muted-foreground">to</span>
          </>
        )}
        <SeverityBadge severity={after} />
        <span className="text-muted-foreground">
          {deedOf(change)}
          {changedAt !== null && (
            <>
              {" "}
              <Time at={changedAt} />
            </>
          )}
          {changedBy && ` by ${changedBy}`}
        </span>
      </span>
      {reason && <span className="wrap-anywhere">“{reason}”</span>}
      {computed && (
        <span className="text-muted-foreground tabular-nums">
          Computed then: {computed}, score {score}
        </span>
      )}
    </li>
  );
}

function deedOf({ before, after, changedAt }: SeverityChange): string {
  if (before === null) return "declared";
  if (changedAt === null) return "as a record had it that was imported";
  return before === after ? "explained" : "changed";
}
