import { COMPONENT_STATUS_LABELS, type ComponentStatus } from "@/lib/domain/component";
import { cn } from "@/lib/utils";
import { ComponentIcon } from "./component-icon";
import { COMPONENT_TEXT } from "./tones";

type ComponentWordProps = { status: ComponentStatus; className?: string };

/** How a component is, as a shape and a word. */
export function ComponentWord({ status, className }: ComponentWordProps) {
  return (
    <span
      className={cn(
        "inline-flex items-center gap-1.5 font-medium whitespace-nowrap",
        COMPONENT_TEXT[status],
        className,
      )}
    >
      <ComponentIcon status={status} />
      {COMPONENT_STATUS_LABELS[status]}
    </span>
  );
}
