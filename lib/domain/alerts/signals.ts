import type { RecordSignals } from "../record";

const MOST_NAMES = 20;

type Counts = { before: number; after: number };

/**
 * The record's signals with alerts that were put on its incident: their number, unless somebody stated
 * another one than the portal had counted, and their names, as many as can be read.
 */
export function signalsWith(
  signals: RecordSignals | null,
  { before, after }: Counts,
  names: string[],
): RecordSignals {
  const stated = signals?.alert_count ?? undefined;
  const known = Array.isArray(signals?.alert_names) ? signals.alert_names : [];
  const isCounted = stated === undefined || stated === before;
  return {
    ...signals,
    ...(isCounted && { alert_count: after }),
    alert_names: [...new Set([...known, ...names])].slice(0, MOST_NAMES),
  };
}
