import { CalendarClock, CircleCheck, CircleSlash, ScanEye, Wrench } from "lucide-react";
import { Badge } from "@/components/ui/badge";
import { workState } from "@/lib/domain/maintenance";
import { WORK_STATES } from "./work-words";

const ICONS = {
  scheduled: CalendarClock,
  in_progress: Wrench,
  verifying: ScanEye,
  completed: CircleCheck,
  cancelled: CircleSlash,
} as const;

const VARIANTS = {
  scheduled: "secondary",
  in_progress: "info",
  verifying: "info",
  completed: "success",
  cancelled: "outline",
} as const;

/** Where work stands, as a shape and a word. */
export function WorkState({ work }: { work: Parameters<typeof workState>[0] }) {
  const state = workState(work);
  const Icon = ICONS[state];
  return (
    <Badge variant={VARIANTS[state]}>
      <Icon aria-hidden />
      {WORK_STATES[state]}
    </Badge>
  );
}
