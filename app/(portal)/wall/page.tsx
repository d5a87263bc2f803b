import { countWords } from "@/components/incidents/list/count-words";
import { Wall } from "@/components/wall/wall";
import { listUnacknowledged } from "@/db/queries/escalations";
import { getLastResolved, listForWall, MOST_ON_WALL } from "@/db/queries/incidents";
import { listNextUpdates } from "@/db/queries/next-updates";
import { requireViewer } from "@/lib/auth/viewer";

export const metadata = { title: "Wall" };

const OPEN = { view: "open", page: 1 } as const;

export default async function WallPage() {
  const viewer = await requireViewer();
  const incidents = listForWall(viewer);
  const nextUpdates = listNextUpdates(incidents);
  const unanswered = listUnacknowledged(incidents.map(({ id }) => id));
  const drills = incidents.filter(({ isDrill }) => isDrill).length;
  const total = incidents.length;

  return (
    <Wall
      incidents={incidents.map(
        ({ id, key, title, severity, status, services, commander, declaredAt, isDrill }) => ({
          key,
          title,
          severity,
          status,
          services,
          commander,
          declaredAt,
          isDrill,
          dueAt: nextUpdates.get(id),
          isUnanswered: unanswered.has(id),
        }),
      )}
      summary={countWords({ total, drills, isCapped: total === MOST_ON_WALL }, OPEN)}
      lastResolved={getLastResolved()}
    />
  );
}
