import {
  Activity,
  ArrowUpRight,
  Bell,
  BellRing,
  Circle,
  CircleCheck,
  Megaphone,
  RotateCcw,
  Search,
  Siren,
  UserCheck,
  Wrench,
  type LucideIcon,
} from "lucide-react";
import { humanize } from "@/lib/format";
import { cn } from "@/lib/utils";

const KNOWN: ReadonlyMap<string, { Icon: LucideIcon; colour: string }> = new Map([
  ["trigger", { Icon: Activity, colour: "text-danger" }],
  ["detection", { Icon: BellRing, colour: "text-warning" }],
  ["alert", { Icon: Bell, colour: "text-warning" }],
  ["declaration", { Icon: Siren, colour: "text-danger" }],
  ["investigation", { Icon: Search, colour: "text-muted-foreground" }],
  ["communication", { Icon: Megaphone, colour: "text-info" }],
  ["acknowledgement", { Icon: UserCheck, colour: "text-success" }],
  ["escalation", { Icon: ArrowUpRight, colour: "text-warning" }],
  ["mitigation", { Icon: Wrench, colour: "text-status-maintenance" }],
  ["resolution", { Icon: CircleCheck, colour: "text-success" }],
  ["reopening", { Icon: RotateCcw, colour: "text-danger" }],
]);
const OTHER = { Icon: Circle, colour: "text-muted-foreground" };

/** The name of an event's type; an unknown one is shown as it came. */
export function eventTypeName(type: string | null): string {
  return type ? humanize(type) : "Event";
}

export function EventTypeIcon({ type, className }: { type: string | null; className?: string }) {
  const { Icon, colour } = KNOWN.get(type ?? "") ?? OTHER;
  return <Icon aria-hidden className={cn("size-4 shrink-0", colour, className)} />;
}
