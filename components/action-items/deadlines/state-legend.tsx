import Link from "next/link";
import { Badge } from "@/components/ui/badge";
import { DeadlineState } from "./deadline-state";

const LINES = [
  { state: "overdue", text: "The day has passed where its team works." },
  {
    state: "at_risk",
    text: "Three working days are left, or fewer; five, while it is still open or nobody owns it.",
  },
  { state: "on_time", text: "There is more time than that." },
  { state: "no_deadline", text: "Nobody set a day, and the policy has none for it." },
] as const;

const LINE = "grid gap-x-4 gap-y-1 sm:col-span-2 sm:grid-cols-subgrid";

/** What is meant by each word that items carry. */
export function StateLegend() {
  return (
    <>
      <dl className="grid gap-2 sm:grid-cols-[auto_1fr] sm:gap-x-4">
        {LINES.map(({ state, text }) => (
          <div key={state} className={LINE}>
            <dt>
              <DeadlineState state={state} />
            </dt>
            <dd className="text-muted-foreground">{text}</dd>
          </div>
        ))}
        <div className={LINE}>
          <dt>
            <Badge variant="warning">Unowned too long</Badge>
          </dt>
          <dd className="text-muted-foreground">
            The day has passed by which the policy wants an owner, and nobody owns it.
          </dd>
        </div>
      </dl>
      <p className="mt-3">
        <Link href="/actions?overdue=1" className="touch-target text-link hover:underline">
          See what is overdue
        </Link>
      </p>
    </>
  );
}
