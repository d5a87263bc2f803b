import { COMPONENT_STATUS_LABELS, type ComponentStatus } from "@/lib/domain/component";
import { cn } from "@/lib/utils";
import { ComponentIcon } from "./component-icon";
import { COMPONENT_TEXT } from "./tones";

type Change = { name: string; before: ComponentStatus; after: ComponentStatus };
type ComponentChangesProps = { changes: Change[]; className?: string };

/** What an update did to components: "Payments API: Operational → Partial outage". */
export function ComponentChanges({ changes, className }: ComponentChangesProps) {
  if (changes.length === 0) return null;
  return (
    <ul aria-label="Components" className={cn("space-y-0.5 text-[0.8125rem]", className)}>
      {changes.map(({ name, before, after }) => (
        <li key={name} className="flex items-start gap-1.5">
          <ComponentIcon status={after} className={cn("mt-0.5", COMPONENT_TEXT[after])} />
          <span className="wrap-anywhere">
            <span className="font-medium">{name}:</span> {COMPONENT_STATUS_LABELS[before]} →{" "}
            {COMPONENT_STATUS_LABELS[after]}
          </span>
        </li>
      ))}
    </ul>
  );
}
