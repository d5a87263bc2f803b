import {
  CircleCheck,
  CircleDashed,
  CircleDot,
  Eye,
  Search,
  Wrench,
  type LucideIcon,
} from "lucide-react";
import { humanize } from "@/lib/format";
import { cn } from "@/lib/utils";

const KNOWN: ReadonlyMap<string, { Icon: LucideIcon; colour: string }> = new Map([
  ["investigating", { Icon: Search, colour: "text-status-investigating" }],
  ["identified", { Icon: CircleDot, colour: "text-status-identified" }],
  ["monitoring", { Icon: Eye, colour: "text-status-monitoring" }],
  ["resolved", { Icon: CircleCheck, colour: "text-status-resolved" }],
  ["maintenance", { Icon: Wrench, colour: "text-status-maintenance" }],
]);
const BADGE =
  "inline-flex items-center gap-1.5 align-middle text-[0.8125rem] leading-5 font-medium whitespace-nowrap";
const OTHER = { Icon: CircleDashed, colour: "text-status-closed" };

/** An incident's status as a word. A status that the portal does not know is shown as it came. */
export function StatusBadge({ status, className }: { status: string; className?: string }) {
  const { Icon, colour } = KNOWN.get(status) ?? OTHER;
  return (
    <span className={className ? cn(BADGE, colour, className) : `${BADGE} ${colour}`}>
      <Icon aria-hidden className="size-3.5 shrink-0" />
      {humanize(status)}
    </span>
  );
}
