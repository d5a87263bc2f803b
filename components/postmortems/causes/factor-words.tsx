import { TriangleAlert } from "lucide-react";
import { Time } from "@/components/time";
import { Badge } from "@/components/ui/badge";
import type { CauseFactor } from "@/db/queries/causes";

type FactorProps = { factor: CauseFactor };

/** A factor's category, and whether its words propose it or a person chose it. */
export function CategoryWords({ factor: { category, chosen } }: FactorProps) {
  return (
    <span className="inline-flex flex-wrap items-center gap-x-1.5 text-[0.8125rem] leading-5">
      <Badge>{category}</Badge>
      <span className="text-muted-foreground">
        {chosen ? (
          <>
            chosen by {chosen.by}, <Time at={chosen.at} />
          </>
        ) : (
          "proposed by its words"
        )}
      </span>
    </span>
  );
}

/** Says that nothing answers a factor. */
export function GapWords({ factor: { expectedType, linked } }: FactorProps) {
  return (
    <p className="flex w-fit items-start gap-1.5 rounded-md bg-danger-surface px-2 py-1 text-[0.8125rem] leading-5 font-medium text-danger">
      <TriangleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
      <span>
        Gap: no action answers this
        {linked ? <LinkedBy linked={linked} /> : `, and none is of type ${expectedType}`}.
      </span>
    </p>
  );
}

function LinkedBy({ linked }: { linked: NonNullable<CauseFactor["linked"]> }) {
  return (
    <>
      , as {linked.by} said, <Time at={linked.at} />
    </>
  );
}

/** Whether people linked the actions that answer a factor, or their type proposes them. */
export function LinkedWords({ factor: { actions, linked, expectedType } }: FactorProps) {
  if (actions.length === 0) return null;
  return (
    <p className="text-[0.8125rem] leading-5 text-muted-foreground">
      {linked ? (
        <>
          Linked by {linked.by}, <Time at={linked.at} />
        </>
      ) : (
        `Proposed, being of type ${expectedType}: nobody has linked an action yet`
      )}
    </p>
  );
}
