import type { FormAction } from "@/components/form/use-form";
import { Section } from "@/components/incidents/detail/section";
import { Time } from "@/components/time";
import { Badge } from "@/components/ui/badge";
import type { CheckResult } from "@/lib/domain/action-item";
import { columnOf } from "@/lib/domain/board";
import { CHECK_STATE_NAMES, checkStateOf, type CheckState } from "@/lib/domain/check";
import { formatDate } from "@/lib/format";
import { AnswerForm } from "./answer-form";
import { PlanForm } from "./plan-form";

type CheckedItem = {
  id: number;
  status: string | null;
  checkText: string | null;
  checkDue: string | null;
  checkResult: CheckResult | null;
  checkedBy: string | null;
  checkedAt: number | null;
  changes: { field: string; reason: string | null }[];
};

type CheckSectionProps = {
  item: CheckedItem;
  /** The day it is where the item's team works. */
  today: string;
  /** Missing for those who may only look. */
  actions: { set: FormAction; answer: FormAction } | undefined;
};

/** Whether the work brought what it was for: what is looked at, when, and what came of it. */
export function CheckSection({ item, today, actions }: CheckSectionProps) {
  const { id, status, checkText: text, checkDue: due, checkResult: result } = item;
  const check = { text, due, result };
  const isOpen = text !== null && result === null;

  return (
    <Section id="check" title="Did it help?">
      <div className="grid gap-3 text-sm">
        <Standing item={item} today={today} />
        {actions && isOpen && (
          <AnswerForm
            id={id}
            check={check}
            isDone={columnOf(status) === "done"}
            action={actions.answer}
          />
        )}
        {actions && <PlanForm id={id} check={check} action={actions.set} />}
      </div>
    </Section>
  );
}

const BADGES = { waiting: "outline", due: "warning", held: "success", failed: "danger" } as const;

function Standing({ item, today }: { item: CheckedItem; today: string }) {
  const { checkText, checkDue } = item;
  const state = checkStateOf(item, today);
  if (checkText === null) {
    return (
      <p className="text-muted-foreground">
        Nothing is planned to see whether it does what it is for.
      </p>
    );
  }
  return (
    <>
      <p className="wrap-anywhere">“{checkText}”</p>
      <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
        {state && <StateBadge state={state} />}
        {checkDue && <time dateTime={checkDue}>{formatDate(checkDue)}</time>}
      </p>
      <Result item={item} />
    </>
  );
}

const StateBadge = ({ state }: { state: CheckState }) => (
  <Badge variant={BADGES[state]}>{CHECK_STATE_NAMES[state]}</Badge>
);

/** What was seen is in the newest change of the result. */
function Result({ item: { checkResult, checkedBy, checkedAt, changes } }: { item: CheckedItem }) {
  if (checkResult === null || checkedAt === null) return null;
  const seen = changes.find(({ field }) => field === "checkResult")?.reason;
  return (
    <p className="wrap-anywhere">
      {seen && <>“{seen}” </>}
      <span className="text-muted-foreground">
        {checkedBy}, <Time at={checkedAt} />
      </span>
    </p>
  );
}
