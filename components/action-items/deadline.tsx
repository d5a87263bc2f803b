import { deadlineInWords, isOverdue, type DueState } from "@/lib/domain/deadline";
import { formatDate } from "@/lib/format";
import { cn } from "@/lib/utils";

type DeadlineProps = {
  item: { deadline: string | null; status: string | null; state?: DueState | undefined };
  /** The calendar day it is where the item's team works. */
  today: string;
};

/** A deadline's day, and in words how far it is: "22 Jan 2024, 3 days late". */
export function Deadline({ item, today }: DeadlineProps) {
  if (!item.deadline) return null;
  const words = deadlineInWords(item, today);
  const isAtRisk = item.state === "at_risk";
  return (
    <span
      className={cn(
        isOverdue(item, today) && "font-medium text-danger",
        isAtRisk && "font-medium text-warning",
      )}
    >
      <time dateTime={item.deadline} className="whitespace-nowrap">
        {formatDate(item.deadline)}
      </time>
      {words && (
        <>
          , <span className="whitespace-nowrap">{words}</span>
        </>
      )}
      {isAtRisk && ", at risk"}
    </span>
  );
}
