import { asc, eq } from "drizzle-orm";
import { db } from "@/db/client";
import { maintenanceTemplates } from "@/db/schema";

export type MaintenanceTemplate = ReturnType<typeof listMaintenanceTemplates>[number];

/** Words that are ready for work that comes again, by name. */
export function listMaintenanceTemplates() {
  const { id, name, title, body, minutes, componentIds, version } = maintenanceTemplates;
  return db()
    .select({ id, name, title, body, minutes, componentIds, version })
    .from(maintenanceTemplates)
    .orderBy(asc(name))
    .all();
}

export function findMaintenanceTemplate(templateId: number): MaintenanceTemplate | undefined {
  const { id, name, title, body, minutes, componentIds, version } = maintenanceTemplates;
  return db()
    .select({ id, name, title, body, minutes, componentIds, version })
    .from(maintenanceTemplates)
    .where(eq(id, templateId))
    .get();
}
