import Link from "next/link";
import { Time } from "@/components/time";
import { cn } from "@/lib/utils";
import { nextReviewDate, type DueState, type ReviewDate } from "@/lib/domain/review-dates";

const STEPS = { draft: "Draft", review: "Reviewed and published" } as const;
const WORDS: Record<DueState, string> = {
  due: "due",
  at_risk: "due soon",
  overdue: "overdue since",
  in_time: "done in time",
  late: "done late",
};
const TONES: Record<DueState, string> = {
  due: "",
  at_risk: "font-medium text-warning",
  overdue: "font-medium text-danger",
  in_time: "text-success",
  late: "text-muted-foreground",
};

/** By when the draft and the published text are due. Nothing for incidents that need none. */
export function DueDates({ dates }: { dates: ReviewDate[] }) {
  if (dates.length === 0) return null;
  return (
    <ul aria-label="Due" className="grid gap-0.5 text-[0.8125rem] leading-5">
      {dates.map((date) => (
        <li key={date.step}>
          <DueDate date={date} />
        </li>
      ))}
    </ul>
  );
}

/** One of the times, in a line of text. */
export function DueDate({ date: { step, dueAt, doneAt, state } }: { date: ReviewDate }) {
  return (
    <span className={cn(TONES[state])}>
      {STEPS[step]}: {WORDS[state]} <Time at={doneAt ?? dueAt} />
    </span>
  );
}

type NextDueDateProps = { incidentKey: string; dates: ReviewDate[] };

/** What is due next of an incident's postmortem, as a link to it. */
export function NextDueDate({ incidentKey, dates }: NextDueDateProps) {
  const next = nextReviewDate(dates);
  if (!next) return null;
  const word = next.step === "draft" ? "Postmortem draft" : "Postmortem";
  return (
    <Link
      href={`/incidents/${encodeURIComponent(incidentKey)}/postmortem`}
      className={cn("touch-target underline underline-offset-2", TONES[next.state])}
    >
      {word} {WORDS[next.state]} <Time at={next.dueAt} />
    </Link>
  );
}
