import { findIncidentByKey } from "@/db/queries/record";
import { NotFoundError } from "@/lib/domain/error";
import type { Viewer } from "@/lib/domain/viewer";

/** The incident of this key, which for some is not there. */
export function requireSeen(viewer: Viewer, key: string) {
  const incident = findIncidentByKey(viewer, key);
  if (!incident) throw new NotFoundError(`There is no incident ${key}.`);
  return incident;
}
