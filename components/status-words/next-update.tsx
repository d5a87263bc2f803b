import { Time } from "@/components/time";
import { cn } from "@/lib/utils";

/** When the next word was promised for, and honestly so once that time has passed. */
export function NextUpdate({ dueAt, asOf }: { dueAt: number; asOf: number }) {
  const isLate = dueAt < asOf;
  return (
    <p className={cn("text-[0.8125rem] font-medium", isLate && "text-warning")}>
      {isLate ? "The next update was due " : "Next update due "}
      <Time at={dueAt} />
    </p>
  );
}
