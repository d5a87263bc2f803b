import { isNull } from "drizzle-orm";
import { db } from "@/db/client";
import { publicIncidents } from "@/db/schema";

/** The row of a public incident that goes on. */
export function openPublicIncident(): number {
  const { id, resolvedAt } = publicIncidents;
  const open = db().select({ id }).from(publicIncidents).where(isNull(resolvedAt)).get();
  if (!open) throw new Error("No incident goes on.");
  return open.id;
}
