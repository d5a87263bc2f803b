import Link from "next/link";
import { ChangeButton } from "@/components/form/change-button";
import { MoveButtons } from "@/components/form/move-buttons";
import type { FormAction } from "@/components/form/use-form";
import { Badge } from "@/components/ui/badge";
import type { AlertRule } from "@/db/queries/alert-rules";
import { conditionsText, deedText } from "@/lib/domain/alerts/rule-texts";

export type RuleActions = { move: FormAction; switch: FormAction; remove: FormAction };

type RuleRowsProps = { rules: AlertRule[]; actions: RuleActions };

/** The rules in the order in which they are asked. */
export function RuleRows({ rules, actions }: RuleRowsProps) {
  return (
    <ol aria-label="Rules" className="divide-y divide-border">
      {rules.map((rule, index) => (
        <li
          key={rule.id}
          className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2 px-4 py-3 text-sm"
        >
          <div className="grid min-w-0 flex-1 basis-64 gap-1">
            <h2 className="flex flex-wrap items-center gap-2 font-medium">
              <span className="text-muted-foreground tabular-nums">{index + 1}.</span>
              <Link
                href={`/alerts/rules/${rule.id}`}
                className="touch-target text-link wrap-anywhere hover:underline"
              >
                {rule.name}
              </Link>
              {rule.disabledAt !== null && <Badge>Off</Badge>}
            </h2>
            <p className="text-muted-foreground wrap-anywhere">
              {conditionsText(rule.conditions)} {deedText(rule)}
            </p>
          </div>
          <Buttons rule={rule} place={{ index, count: rules.length }} actions={actions} />
        </li>
      ))}
    </ol>
  );
}

type ButtonsProps = {
  rule: Pick<AlertRule, "id" | "name" | "disabledAt">;
  place: { index: number; count: number };
  actions: RuleActions;
};

function Buttons({ rule: { id, name, disabledAt }, place, actions }: ButtonsProps) {
  const isOff = disabledAt !== null;
  return (
    <div className="flex flex-wrap items-center gap-1">
      <MoveButtons moved={{ id, name }} place={place} action={actions.move} />
      <ChangeButton action={actions.switch} fields={{ id, to: isOff ? "on" : "off" }}>
        Switch {isOff ? "on" : "off"}
        <span className="sr-only"> {name}</span>
      </ChangeButton>
      <ChangeButton action={actions.remove} fields={{ id }}>
        Delete<span className="sr-only"> {name}</span>
      </ChangeButton>
    </div>
  );
}
