import type { AlertChange } from "@/lib/domain/alerts/alert";

/**
 * Decides what becomes of alerts that changed, within the transaction that took them in. Without rules they
 * wait for a person, as they are stored.
 */
export function applyAlertRules(changes: AlertChange[], now: number): void {
  void changes;
  void now;
}
