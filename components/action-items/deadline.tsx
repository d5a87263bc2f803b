import { deadlineInWords, isOverdue } from "@/lib/domain/deadline";
import { formatDate } from "@/lib/format";
import { cn } from "@/lib/utils";

type DeadlineProps = {
  item: { deadline: string | null; status: string | null };
  /** The calendar day it is now. */
  today: string;
};

/** A deadline's day, and in words how far it is: "22 Jan 2024, 3 days late". */
export function Deadline({ item, today }: DeadlineProps) {
  if (!item.deadline) return null;
  const words = deadlineInWords(item, today);
  return (
    <span className={cn(isOverdue(item, today) && "font-medium text-danger")}>
      <time dateTime={item.deadline} className="whitespace-nowrap">
        {formatDate(item.deadline)}
      </time>
      {words && (
        <>
          , <span className="whitespace-nowrap">{words}</span>
        </>
      )}
    </span>
  );
}
