import Link from "next/link";
import type { Insights } from "@/db/queries/insights/insights";
import type { InsightFilters } from "@/lib/domain/insights/filters";
import { OUTCOME_NAMES, OUTCOMES, type Outcome } from "@/lib/domain/insights/outcomes";
import { Bar } from "./bar";
import { NumberTable } from "./number-table";
import { Opened } from "./opened";
import { Part } from "./part";
import { shareText } from "./share";

const LOOKS: Record<Outcome, string> = {
  "in-time": "fill-success",
  late: "fill-warning",
  undated: "fill-info",
  "day-unknown": "fill-info",
  overdue: "fill-danger",
  open: "fill-muted stroke-input",
  dropped: "fill-muted stroke-input",
};

type ActionsPartProps = { insights: Insights; filters: InsightFilters };

/** What became of what was decided after these incidents. */
export function ActionsPart({ insights: { actions }, filters }: ActionsPartProps) {
  const dated = actions["in-time"] + actions.late;
  const most = Math.max(...Object.values(actions));
  return (
    <Part
      id="actions"
      title="Actions done in time"
      filters={filters}
      files={{ actions: "Actions" }}
    >
      <p>
        <strong className="font-semibold tabular-nums">
          {shareText(actions["in-time"], dated)}
        </strong>{" "}
        of {dated.toLocaleString("en")} done with a deadline were done in time.{" "}
        <Link href="/actions/numbers" className="touch-target relative text-link underline">
          Numbers by team
        </Link>
      </p>
      <NumberTable
        label="Action items"
        heads={["Action items", "Items"]}
        drawn="Items"
        rows={OUTCOMES.map((outcome) => ({
          id: outcome,
          head: OUTCOME_NAMES[outcome],
          cells: [
            actions[outcome] === 0 ? (
              0
            ) : (
              <Opened of={OUTCOME_NAMES[outcome]} set={outcome} filters={filters}>
                {actions[outcome]}
              </Opened>
            ),
          ],
          bar: (
            <Bar
              max={most}
              parts={[
                {
                  name: OUTCOME_NAMES[outcome],
                  value: actions[outcome],
                  className: LOOKS[outcome],
                },
              ]}
            />
          ),
        }))}
      />
    </Part>
  );
}
