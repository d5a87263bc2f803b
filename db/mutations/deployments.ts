import { transaction } from "@/db/client";
import type { JsonObject, RecordDeployment } from "@/lib/domain/record";
import { parseTime, toUtc } from "@/lib/domain/time";
import type { Viewer } from "@/lib/domain/viewer";
import { recordAudit } from "./audit";
import { changeIncident, requireWritable } from "./entries";
import { timeOfEvent } from "./event-rows";

export type NewDeployment = {
  key: string;
  service: string;
  version?: string;
  changes?: string;
  /** When it was deployed, in milliseconds; the present time when left out. */
  at?: number;
};

/**
 * Writes a deployment at the end of the record's list, so that picks of others keep their place. The same
 * one sent twice is one.
 */
export function addDeployment(viewer: Viewer, sent: NewDeployment, now = Date.now()): void {
  transaction(() => {
    const { key, service, version, changes } = sent;
    const incident = requireWritable(viewer, key);
    const at = timeOfEvent(sent.at ?? now, now);
    const before = incident.context?.recent_deployments ?? [];
    if (before.some((each) => isSame(each, { service, version, at }))) return;

    const fields: JsonObject = { service, deployed_at: toUtc(at), version, changes };
    const written = Object.entries(fields).filter(([, value]) => value !== undefined);
    const recent = [...before, Object.fromEntries(written)];
    changeIncident(incident, { context: { ...incident.context, recent_deployments: recent } });
    recordAudit(
      viewer.name,
      "incident:add-deployment",
      `incident ${key}`,
      { service, version },
      incident.id,
    );
  });
}

type Deployed = { service: string; version: string | undefined; at: number };

const isSame = (each: RecordDeployment, { service, version, at }: Deployed) =>
  each.service === service &&
  (each.version ?? undefined) === version &&
  parseTime(each.deployed_at ?? "") === at;
