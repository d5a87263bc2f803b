import { formatDay } from "@/lib/format";

export function DayRow({ at }: { at: number }) {
  return (
    <li className="py-2 ps-1 text-xs font-semibold text-muted-foreground">{formatDay(at)} (UTC)</li>
  );
}
