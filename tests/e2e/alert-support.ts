import { databaseFile, replaceDatabase } from "@/db/client";
import { applyAlertRules } from "@/db/mutations/alert-rules";
import { openDatabase } from "@/db/open";
import { makeAlert, makeRule } from "@/tests/support/make-alert";
import { dataDir } from "./support";

type NewAlert = NonNullable<Parameters<typeof makeAlert>[0]>;

/** Alerts as they are stored when they came, and what the rules made of them; answers their numbers. */
export function takeAlerts(alerts: NewAlert[], now = Date.now()): number[] {
  return inDatabase(() => {
    const ids = alerts.map((alert) => {
      const times = { startsAt: now, firstSeenAt: now, lastSeenAt: now };
      return makeAlert({ ...times, ...alert }).id;
    });
    applyAlertRules(
      ids.map((alertId) => ({ alertId, change: "new" })),
      now,
    );
    return ids;
  });
}

/** A rule that is switched off, to be looked at. */
export const putRule = (name: string): number =>
  inDatabase(() => makeRule({ name, disabledAt: 1 }).id);

function inDatabase<Value>(run: () => Value): Value {
  replaceDatabase(openDatabase(databaseFile(dataDir)));
  try {
    return run();
  } finally {
    replaceDatabase(undefined);
  }
}
