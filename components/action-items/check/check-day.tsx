import { columnOf } from "@/lib/domain/board";
import { formatDate } from "@/lib/format";

type CheckDayProps = {
  card: {
    status: string | null;
    checkDue: string | null;
    checkResult: string | null;
    /** The calendar day it is where its team works. */
    today: string;
  };
};

/** When an item's check is to be made, while nobody has. */
export function CheckDay({ card: { status, checkDue, checkResult, today } }: CheckDayProps) {
  if (checkDue === null || checkResult !== null || columnOf(status) === "wont_do") return null;
  const isDue = checkDue <= today;
  return (
    <p className={isDue ? "font-medium text-warning" : undefined}>
      {isDue ? "Check due since" : "Check on"}{" "}
      <time dateTime={checkDue} className="whitespace-nowrap">
        {formatDate(checkDue)}
      </time>
    </p>
  );
}
