import { Badge } from "@/components/ui/badge";
import { Disclosure } from "@/components/ui/disclosure";
import type { FormAction } from "@/components/form/use-form";
import { Time } from "@/components/time";
import type { MilestoneView } from "@/db/queries/milestones";
import { formatDateTime } from "@/lib/format";
import { CandidateText } from "./candidate-text";
import { MILESTONE_WORDS } from "./metric-words";
import { PickForm, TakeBackForm } from "./pick-form";

type MilestoneListProps = {
  incidentKey: string;
  milestones: MilestoneView[];
  /** Left out for those who may not pick. */
  pickAction: FormAction | undefined;
};

/** Each milestone with its time; it opens to its source and to what else it could be measured at. */
export function MilestoneList({ incidentKey, milestones, pickAction }: MilestoneListProps) {
  return (
    <div>
      <h3 className="text-[0.8125rem] text-muted-foreground">Milestones</h3>
      <ul className="divide-y divide-border">
        {milestones.map((milestone) => (
          <li key={milestone.name}>
            <Disclosure
              summary={<MilestoneSummary milestone={milestone} />}
              className="has-[[role=alert]]:details-content:[content-visibility:visible]"
            >
              <div
                id={`milestone-${milestone.name}`}
                className="grid scroll-mt-32 gap-2 ps-5.5 pb-3 text-[0.8125rem] leading-5"
              >
                <Sources incidentKey={incidentKey} milestone={milestone} pickAction={pickAction} />
              </div>
            </Disclosure>
          </li>
        ))}
      </ul>
    </div>
  );
}

function MilestoneSummary({ milestone: { name, source, pick } }: { milestone: MilestoneView }) {
  return (
    <span className="flex min-h-9 min-w-0 grow flex-wrap items-center justify-between gap-x-3 py-1">
      <span className="font-normal">{MILESTONE_WORDS[name]}</span>
      <span className="flex items-center gap-2 tabular-nums">
        {pick && <Badge variant="info">Picked</Badge>}
        {source ? <Time at={source.at} /> : <span className="font-normal">Not known</span>}
      </span>
    </span>
  );
}

function Sources({
  incidentKey,
  milestone,
  pickAction,
}: Omit<MilestoneListProps, "milestones"> & {
  milestone: MilestoneView;
}) {
  const { name, candidates, pick, left } = milestone;
  if (candidates.length === 0) {
    return <p className="text-muted-foreground">Nothing in the record says when. Add the event.</p>;
  }
  return (
    <>
      {pick && (
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1 text-muted-foreground">
          <p>
            Picked by {pick.pickedBy}, {formatDateTime(pick.pickedAt)}.
          </p>
          {pickAction && (
            <TakeBackForm
              action={pickAction}
              incidentKey={incidentKey}
              milestone={name}
              seen={pick.candidate}
            />
          )}
        </div>
      )}
      {pickAction && candidates.length > 1 ? (
        <PickForm
          key={candidates.find(({ isChosen }) => isChosen)?.value}
          action={pickAction}
          incidentKey={incidentKey}
          milestone={name}
          seen={pick?.candidate ?? "default"}
          candidates={candidates}
        />
      ) : (
        <ul className="grid gap-2">
          {candidates.map((candidate) => (
            <li key={candidate.value}>
              <CandidateText candidate={candidate} />
            </li>
          ))}
        </ul>
      )}
      {left > 0 && <p className="text-muted-foreground">{left} earlier ones are not listed.</p>}
    </>
  );
}
