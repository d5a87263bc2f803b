import { randomUUID } from "node:crypto";
import { findSessionById } from "@/db/queries/auth/sessions";
import { foreignCommits, latestChangeId, listChangesAfter } from "@/db/queries/changes";
import { findIncidentByKey } from "@/db/queries/record";
import { isVisible } from "@/db/queries/visibility";
import { env } from "@/lib/env";
import { Hub } from "@/lib/live/hub";

/** This process's one hub, on the database. */
export function hub(): Hub {
  return (globalThis.musterHub ??= new Hub(
    {
      latest: latestChangeId,
      after: listChangesAfter,
      foreignCommits,
      viewerOf: (session) => findSessionById(session, Date.now())?.viewer,
      isVisible,
      incidentOf: (viewer, key) => findIncidentByKey(viewer, key)?.id,
    },
    { build: env().build, start: randomUUID() },
  ));
}
