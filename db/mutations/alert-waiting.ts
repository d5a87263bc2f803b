import { listAlertRows, type AlertRow } from "@/db/queries/alert-rows";
import { waitingText } from "@/lib/domain/alerts/words";
import { MONITORING } from "@/lib/domain/incident";
import { notify } from "./notify";

/** As many kinds of waiting alerts one delivery tells of; the page shows all. */
const MOST_TOLD = 5;

/** Tells those who want to hear of it that alerts wait for a person: once for all of a service and severity. */
export function tellOfWaiting(decided: AlertRow[], now: number): void {
  const kinds = new Map<string, AlertRow[]>();
  for (const alert of listAlertRows(decided.map(({ id }) => id))) {
    if (alert.disposition !== "waiting") continue;
    const kind = JSON.stringify([alert.service, alert.severity]);
    kinds.set(kind, [...(kinds.get(kind) ?? []), alert]);
  }
  for (const rows of [...kinds.values()].slice(0, MOST_TOLD)) tell(rows, now);
}

function tell(rows: AlertRow[], now: number): void {
  const [first] = rows;
  if (!first) return;
  const { id, title, severity, service, occurrences } = first;
  notify(
    {
      is: "alert.waiting",
      incidentId: null,
      mark: [id, occurrences, severity ?? "none"].join("-"),
      by: { name: MONITORING },
      text: waitingText(rows),
      link: rows.length === 1 ? `/alerts/${id}` : "/alerts",
      alert: { title, severity, service },
    },
    now,
  );
}
