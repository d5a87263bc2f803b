import Link from "next/link";
import type { ReactNode } from "react";
import { Alert, AlertDescription } from "@/components/ui/alert";
import { Card, CardContent } from "@/components/ui/card";
import type { ListedMaintenance } from "@/db/queries/maintenances";
import { lateness } from "@/lib/domain/maintenance";
import { WorkMoment } from "./work-moment";
import { WorkState } from "./work-state";
import { WorkWindow } from "./work-window";
import { automationInWords, DURING } from "./work-words";

type WorkFactsProps = {
  work: ListedMaintenance;
  zone: string;
  now: number;
  /** Where the public page is. */
  statusUrl: string;
  /** Other work at the same time. */
  overlaps: { id: string; title: string }[];
};

/** When some work is, what it is about, and what of it happens by itself. */
export function WorkFacts({ work, zone, now, statusUrl, overlaps }: WorkFactsProps) {
  const { id, components, startedAt, completedAt, cancelledAt, remindedAt, createdBy } = work;
  const late = lateness(work, now);
  return (
    <Card aria-label="Facts">
      <CardContent className="grid gap-3 pt-4">
        {late && (
          <Alert variant="warning">
            <AlertDescription>
              By its plan it {late} by now. Post an update, or change the plan.
            </AlertDescription>
          </Alert>
        )}
        {overlaps.length > 0 && (
          <Alert variant="warning">
            <AlertDescription>
              At the same time:{" "}
              {overlaps.map((other, place) => (
                <span key={other.id}>
                  {place > 0 && ", "}
                  <Link href={`/maintenance/${other.id}`} className="touch-target underline">
                    {other.title}
                  </Link>
                </span>
              ))}
            </AlertDescription>
          </Alert>
        )}
        <dl className="grid gap-x-6 gap-y-2 sm:grid-cols-[auto_1fr] [&_dt]:text-muted-foreground">
          <Fact term="State">
            <WorkState work={work} />
          </Fact>
          <Fact term="Planned">
            <WorkWindow {...work} zone={zone} />
          </Fact>
          {startedAt !== null && (
            <Fact term="Began">
              <WorkMoment at={startedAt} zone={zone} />
            </Fact>
          )}
          {completedAt !== null && (
            <Fact term={cancelledAt === null ? "Ended" : "Cancelled"}>
              <WorkMoment at={completedAt} zone={zone} />
            </Fact>
          )}
          <Fact term="Components">
            {components.length === 0
              ? "None"
              : components.map(({ name, during }) => `${name} (${DURING[during]})`).join(", ")}
          </Fact>
          {work.status !== "completed" && (
            <Fact term="By itself">
              {automationInWords(work)}
              {remindedAt !== null && work.remindBefore !== null && (
                <>
                  {" "}
                  Told <WorkMoment at={remindedAt} zone={zone} />.
                </>
              )}
            </Fact>
          )}
          <Fact term="Scheduled by">{createdBy}</Fact>
        </dl>
        <p>
          <a
            href={`${statusUrl}/incidents/${id}`}
            className="touch-target text-link hover:underline"
          >
            See what customers see
          </a>
        </p>
      </CardContent>
    </Card>
  );
}

function Fact({ term, children }: { term: string; children: ReactNode }) {
  return (
    <>
      <dt>{term}</dt>
      <dd className="wrap-anywhere max-sm:mb-1">{children}</dd>
    </>
  );
}
