import { promiseSummary, type UpdatePromise } from "@/lib/domain/promises";
import { formatMinutes } from "@/lib/format";

type PromiseSummaryProps = { promises: Pick<UpdatePromise, "kind" | "state" | "lateMinutes">[] };

/** How the promises of a next update went: "Promises: 3 kept, 1 missed by 20 min, 1 open". */
export function PromiseSummary({ promises }: PromiseSummaryProps) {
  const { kept, missed, open, lateMinutes } = promiseSummary(promises);
  if (kept + missed + open === 0) return null;
  const late = lateMinutes === undefined ? "" : ` by ${formatMinutes(lateMinutes)}`;
  const most = missed > 1 && late !== "" ? " at most" : "";
  const parts = [
    `${kept} kept`,
    missed > 0 && `${missed} missed${late}${most}`,
    open > 0 && `${open} open`,
  ].filter((part) => part !== false);
  return (
    <p className="text-[0.8125rem] text-muted-foreground">
      Promises: <span className={missed > 0 ? "text-danger" : ""}>{parts.join(", ")}</span>
    </p>
  );
}
