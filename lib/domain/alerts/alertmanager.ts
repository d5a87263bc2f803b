import type { Normalised } from "./alert";
import { readGroup } from "./group";
import type { Loose } from "./read";

/** Prometheus Alertmanager's webhook, version 4. */
export function readAlertmanager(body: Loose): Normalised {
  if (body.version !== "4" || !Array.isArray(body.alerts) || body.orgId !== undefined) {
    return { is: "unknown", why: "This is not version 4 of Alertmanager’s webhook." };
  }
  return readGroup(body, (alert) => alert.generatorURL);
}
