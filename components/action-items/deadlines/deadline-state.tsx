import { AlarmClock, CalendarX2, Hourglass } from "lucide-react";
import { Badge } from "@/components/ui/badge";
import { DUE_STATE_NAMES, type DueState } from "@/lib/domain/deadline";

const LOOKS = {
  overdue: { variant: "danger", Icon: AlarmClock },
  at_risk: { variant: "warning", Icon: Hourglass },
  on_time: { variant: "success", Icon: undefined },
  no_deadline: { variant: "outline", Icon: CalendarX2 },
} as const;

/** How an open item stands to its deadline, in words; nothing once it is closed. */
export function DeadlineState({ state }: { state: DueState | undefined }) {
  if (state === undefined) return null;
  const { variant, Icon } = LOOKS[state];
  return (
    <Badge variant={variant}>
      {Icon && <Icon aria-hidden />}
      {DUE_STATE_NAMES[state]}
    </Badge>
  );
}
