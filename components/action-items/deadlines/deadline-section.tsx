import { Deadline } from "@/components/action-items/deadline";
import { ChangeButton } from "@/components/form/change-button";
import type { FormAction } from "@/components/form/use-form";
import { Section } from "@/components/incidents/detail/section";
import { Badge } from "@/components/ui/badge";
import { Disclosure } from "@/components/ui/disclosure";
import type { Item } from "@/db/queries/action-item";
import type { DeadlineCourse } from "@/db/queries/deadline-policies";
import type { DeadlineGuide } from "@/lib/domain/deadline-guide";
import { formatDate } from "@/lib/format";
import { DeadlineForm } from "./deadline-form";
import { DeadlineState } from "./deadline-state";
import { Guided } from "./guided";
import { proposalText } from "./proposal-text";

type DeadlineSectionProps = {
  item: Item;
  course: DeadlineCourse;
  /** For those who may change it. */
  change?: { guide: DeadlineGuide; action: FormAction } | undefined;
};

/** An item's day, how it stands to it, who set it, and where to set another. */
export function DeadlineSection({ item, course, change }: DeadlineSectionProps) {
  const { standing, proposed } = course;
  const { deadline } = item;
  return (
    <Section id="deadline" title="Deadline" aside={<DeadlineState state={standing.state} />}>
      <div className="grid gap-2 text-sm">
        <p className="font-medium">
          {deadline ? <Deadline item={item} today={standing.today} /> : "No deadline"}
        </p>
        <p className="text-[0.8125rem] leading-5 text-muted-foreground wrap-anywhere">
          {setBy(item, course)}
        </p>
        {standing.assignBy && standing.isUnownedTooLong && (
          <p>
            <Badge variant="warning">Unowned too long</Badge>{" "}
            <span className="text-[0.8125rem] text-muted-foreground">
              The policy wanted one by {formatDate(standing.assignBy)}.
            </span>
          </p>
        )}
        {change && (
          <Disclosure summary="Change the deadline">
            <Guided guide={change.guide}>
              <DeadlineForm item={item} action={change.action} />
            </Guided>
          </Disclosure>
        )}
        {change && proposed !== null && proposed !== deadline && standing.state && (
          <div className="flex">
            <ChangeButton
              action={change.action}
              fields={{ id: item.id, seen: deadline ?? "", deadline: proposed }}
            >
              Take the policy’s day, {formatDate(proposed)}
            </ChangeButton>
          </div>
        )}
      </div>
    </Section>
  );
}

/** How the deadline was set, in words. */
function setBy(item: Item, { rule, madeOn, team, proposed }: DeadlineCourse): string {
  const { deadline, deadlineOrigin, deadlineReason, priority, severity } = item;
  const from = `from ${formatDate(madeOn)} on`;
  if (deadlineOrigin === "person") {
    const by = item.changes.find(({ field }) => field === "deadline")?.by;
    const who = by === undefined ? "Set by a person" : `Set by ${by}`;
    return deadlineReason === null ? `${who}.` : `${who}: ${deadlineReason}`;
  }
  if (deadlineOrigin === null) {
    return deadline === null ? "Nobody has set one." : "As its record has it.";
  }
  if (deadline === null) {
    return priority === null
      ? "The policy sets one once there is a priority."
      : `The policy sets none for a ${priority} of a ${severity}.`;
  }
  if (priority === null || deadline !== proposed) return "Set by the policy, as it was then.";
  const words = proposalText({ severity, day: deadline, days: rule.finishDays, team }, priority);
  return `Set by the policy: ${words}, ${from}.`;
}
