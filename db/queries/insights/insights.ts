import { dayNumber, spansOf } from "@/lib/domain/insights/spans";
import { timeNumbers } from "@/lib/domain/insights/times";
import { countOutcomes } from "./actions";
import { countByCategory, listRecurring } from "./causes";
import { countByDay, countPromises, countStale, listMinutes } from "./counts";
import { listHarm } from "./harm";
import { askedDays, type Asked } from "./selection";

export type Insights = ReturnType<typeof getInsights>;

/** All numbers of the incidents that are asked for. */
export function getInsights(asked: Asked) {
  const { from, to } = askedDays(asked);
  const counts = countByDay(asked);
  return {
    days: { from, to },
    total: counts.reduce((sum, { count }) => sum + count, 0),
    stale: countStale(asked),
    ...spansOf(counts, {
      ...(from && { from: dayNumber(from) }),
      ...(to && { to: dayNumber(to) }),
    }),
    times: {
      detect: timeNumbers("detect", listMinutes(asked, "detect")),
      mitigate: timeNumbers("mitigate", listMinutes(asked, "mitigate")),
      resolve: timeNumbers("resolve", listMinutes(asked, "resolve")),
    },
    promises: countPromises(asked),
    categories: countByCategory(asked),
    recurring: listRecurring(asked),
    services: listHarm(asked),
    actions: countOutcomes(asked),
  };
}
