"use client";

import { useRef } from "react";
import { Field } from "@/components/form/field";
import { Checkbox } from "@/components/ui/checkbox";
import { Input } from "@/components/ui/input";
import { useHasScript } from "@/components/use-has-script";
import { proposalFor, proposalsFor } from "@/lib/domain/deadline-guide";
import { formatDate } from "@/lib/format";
import { useGuide } from "./guided";
import { emptyText, standingText } from "./proposal-text";
import { useTyped } from "./use-typed";

type DeadlineFieldProps = {
  values: Record<string, string>;
  problems: Record<string, string[]>;
  /** The deadline that stands there, or nothing; missing for an item that is yet to be made. */
  standing?: string | undefined;
};

/** An item's day, with the policy's beside it, and the question why where it is another one. */
export function DeadlineField({ values, problems, standing }: DeadlineFieldProps) {
  const guide = useGuide();
  const box = useRef<HTMLDivElement>(null);
  const typed = useTyped(box, values);
  const hasScript = useHasScript();
  const isNew = standing === undefined;

  const { deadline = "", owner = "", priority = "" } = typed;
  const isNone = typed.noDeadline === "1";
  const fields = { owner, priority, key: typed.key ?? "" };
  const proposal = guide && proposalFor(guide, fields);
  const isAnother = isNone || deadline !== (standing ?? "");
  const asksWhy =
    !hasScript ||
    problems.deadlineReason !== undefined ||
    (isAnother && (isNone || deadline !== (proposal?.day ?? "")));
  const choices = guide && !priority ? proposalsFor(guide, fields) : [];

  return (
    <div ref={box} className="contents">
      <div className="grid content-start gap-2">
        <Field
          label="Deadline"
          name="deadline"
          error={problems.deadline}
          hint={isNew && !isNone ? emptyText(proposal, priority) : standingText(proposal, priority)}
        >
          <Input type="date" defaultValue={values.deadline} />
        </Field>
        <label className="flex min-h-6 items-center gap-2 text-sm">
          <Checkbox name="noDeadline" value="1" defaultChecked={values.noDeadline === "1"} />
          No deadline
        </label>
      </div>
      {isNew && choices.length > 0 && (
        <p className="text-[0.8125rem] leading-5 text-muted-foreground @md:col-span-full">
          By the policy:{" "}
          {choices.map(({ priority, day }) => `${priority} on ${formatDate(day)}`).join(", ")}.
        </p>
      )}
      {asksWhy && (
        <Field
          label="Why this deadline"
          name="deadlineReason"
          hint="For another day than the policy’s, or none."
          error={problems.deadlineReason}
          className="@md:col-span-full"
        >
          <Input maxLength={500} autoComplete="off" defaultValue={values.deadlineReason} />
        </Field>
      )}
    </div>
  );
}
