import Link from "next/link";
import type { FormAction } from "@/components/form/use-form";
import { Section } from "@/components/incidents/detail/section";
import { IncidentLine } from "@/components/incidents/related/incident-line";
import { reasonsText } from "@/components/incidents/related/earlier-words";
import { Time } from "@/components/time";
import { Disclosure } from "@/components/ui/disclosure";
import type { Recurrence } from "@/db/queries/recurrences";
import { COLUMN_NAMES, columnOf } from "@/lib/domain/board";
import { actionAddress } from "@/lib/domain/chip";
import { answerText } from "@/lib/domain/recurrence";
import { RecurrenceForm } from "./recurrence-form";

const SHOWN = 5;

type RecurrenceSectionProps = {
  incidentKey: string;
  recurrences: Recurrence[];
  /** Missing for those who may only look. */
  action: FormAction | undefined;
};

/** Actions of earlier incidents that were done and did not prevent this one. */
export function RecurrenceSection({ recurrences, ...rest }: RecurrenceSectionProps) {
  const more = recurrences.slice(SHOWN);
  if (recurrences.length === 0) return null;
  return (
    <Section id="recurrence" title="Earlier actions that should have prevented this">
      <Recurrences recurrences={recurrences.slice(0, SHOWN)} {...rest} />
      {more.length > 0 && (
        <Disclosure summary={`${more.length} more`} className="mt-2">
          <Recurrences recurrences={more} {...rest} />
        </Disclosure>
      )}
    </Section>
  );
}

function Recurrences({ incidentKey, recurrences, action }: RecurrenceSectionProps) {
  return (
    <ul className="divide-y divide-border text-sm">
      {recurrences.map((recurrence) => (
        <li key={recurrence.id} className="grid gap-2 py-3 break-inside-avoid first:pt-0 last:pb-0">
          <Item recurrence={recurrence} />
          {action && isAsked(recurrence) && (
            <RecurrenceForm
              incidentKey={incidentKey}
              item={recurrence.id}
              answer={recurrence.answer?.answer}
              action={action}
            />
          )}
        </li>
      ))}
    </ul>
  );
}

/** What was called unrelated can still be reopened, and what was reopened and done again is answered. */
const isAsked = ({ status, answer }: Recurrence) =>
  columnOf(status) === "done" && answer?.answer !== "reopened";

function Item({ recurrence }: { recurrence: Recurrence }) {
  const { id, title, status, closedAt, incident, expected, reasons, answer } = recurrence;
  return (
    <>
      <p className="wrap-anywhere">
        <Link
          href={actionAddress(id)}
          prefetch={false}
          className="touch-target relative font-medium text-link hover:underline"
        >
          AI-{id} {title}
        </Link>
      </p>
      <div className="grid gap-1 text-[0.8125rem] leading-5 text-muted-foreground">
        <IncidentLine incident={incident} />
        {reasons.length > 0 && <p className="wrap-anywhere">{reasonsText(reasons)}</p>}
        <p className="wrap-anywhere">
          {COLUMN_NAMES[columnOf(status)]}
          {columnOf(status) === "done" && <DoneAt at={closedAt} />}
          {expected.length > 0 && <>; {expected.join(", ")}</>}
        </p>
      </div>
      {answer && (
        <p className="wrap-anywhere">
          {answerText(answer)}{" "}
          <span className="text-muted-foreground">
            <Time at={answer.answeredAt} show="age" />
          </span>
        </p>
      )}
    </>
  );
}

function DoneAt({ at }: { at: number | null }) {
  if (at === null) return <>, by its record; the day is not known</>;
  return (
    <>
      {" "}
      since <Time at={at} />
    </>
  );
}
