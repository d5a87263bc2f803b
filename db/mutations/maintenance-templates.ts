import { and, eq, ne } from "drizzle-orm";
import { db, transaction } from "@/db/client";
import { maintenanceTemplates } from "@/db/schema";
import { changedFields } from "@/lib/domain/audit-detail";
import { ConflictError, DomainError, NotFoundError } from "@/lib/domain/error";
import type { Viewer } from "@/lib/domain/viewer";
import { recordAudit } from "./audit";

export type TemplateFields = {
  name: string;
  title: string;
  body: string;
  /** How long the work takes. */
  minutes: number;
  componentIds: number[];
};

/** Keeps words for work that comes again. */
export function addMaintenanceTemplate(
  viewer: Viewer,
  fields: TemplateFields,
  now = Date.now(),
): void {
  transaction(() => {
    requireFree(fields.name);
    const { name: changedBy } = viewer;
    db()
      .insert(maintenanceTemplates)
      .values({ ...fields, changedBy, updatedAt: now })
      .run();
    recordAudit(changedBy, "maintenance:add-template", `maintenance template ${fields.name}`);
  });
}

export function editMaintenanceTemplate(
  viewer: Viewer,
  { id, version, ...fields }: TemplateFields & { id: number; version: number },
  now = Date.now(),
): void {
  transaction(() => {
    const template = requireTemplate(id);
    if (template.version !== version) {
      throw new ConflictError(
        "Someone changed this template while you wrote. Your text is kept here: compare, then save again.",
        { version: template.version },
      );
    }
    requireFree(fields.name, id);
    const { name: changedBy } = viewer;
    db()
      .update(maintenanceTemplates)
      .set({ ...fields, changedBy, version: version + 1, updatedAt: now })
      .where(eq(maintenanceTemplates.id, id))
      .run();
    const object = `maintenance template ${fields.name}`;
    recordAudit(changedBy, "maintenance:edit-template", object, changedFields(template, fields));
  });
}

export function removeMaintenanceTemplate(viewer: Viewer, { id }: { id: number }): void {
  transaction(() => {
    const { name } = requireTemplate(id);
    db().delete(maintenanceTemplates).where(eq(maintenanceTemplates.id, id)).run();
    recordAudit(viewer.name, "maintenance:remove-template", `maintenance template ${name}`);
  });
}

function requireTemplate(id: number) {
  const template = db()
    .select()
    .from(maintenanceTemplates)
    .where(eq(maintenanceTemplates.id, id))
    .get();
  if (!template) throw new NotFoundError("This template is not there.");
  return template;
}

function requireFree(name: string, besides = 0): void {
  const other = db()
    .select({ id: maintenanceTemplates.id })
    .from(maintenanceTemplates)
    .where(and(eq(maintenanceTemplates.name, name), ne(maintenanceTemplates.id, besides)))
    .get();
  if (other) throw new DomainError(`There is a template “${name}” already.`, "name");
}
