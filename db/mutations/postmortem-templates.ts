import { eq } from "drizzle-orm";
import { db, transaction } from "@/db/client";
import { findTemplate, type ListedTemplate } from "@/db/queries/postmortem-templates";
import { postmortems, postmortemTemplates } from "@/db/schema";
import { builtIn } from "@/lib/domain/built-in-templates";
import { ConflictError, DomainError, NotFoundError } from "@/lib/domain/error";
import { sectionsProblem, type TemplateSection } from "@/lib/domain/template";
import type { Viewer } from "@/lib/domain/viewer";
import { nameProblem, textProblem } from "@/lib/record/text";
import { recordAudit } from "./audit";

/** Adds a template with the sections of another one, to be changed from there. */
export function addTemplate(
  viewer: Viewer,
  { name, from }: { name: string; from: string },
  now = Date.now(),
): { name: string } {
  return transaction(() => {
    requireFree(name);
    const { sections } = requireTemplate(from);
    insert(viewer, { name, sections }, now);
    recordAudit(viewer.name, "template:add", `template ${name}`, { from });
    return { name };
  });
}

export type TemplateEdit = {
  /** The template's name until now. */
  template: string;
  /** The version that the writer saw; 0 for one that nobody has changed since it came. */
  version: number;
  name: string;
  sections: TemplateSection[];
};

/** Renames a template and sets its sections. One that came with the portal keeps its name. */
export function editTemplate(
  viewer: Viewer,
  { template, version, name, sections }: TemplateEdit,
  now = Date.now(),
): { name: string; version: number } {
  return transaction(() => {
    const stored = requireTemplate(template);
    requireSeen(stored, version);
    if (name !== template) {
      if (stored.isBuiltIn) {
        throw new DomainError(`${template} came with Muster and keeps its name. Copy it instead.`);
      }
      requireFree(name);
    }
    requireSound({ name, sections });
    change(viewer, stored, { name, sections }, now);
    recordAudit(viewer.name, "template:edit", `template ${name}`, { before: template });
    return { name, version: version + 1 };
  });
}

/** Takes a template away; one that came with the portal is made again what it was. */
export function removeTemplate(
  viewer: Viewer,
  { name, version }: { name: string; version: number },
  now = Date.now(),
): void {
  transaction(() => {
    const stored = requireTemplate(name);
    requireSeen(stored, version);
    const original = builtIn(name);
    if (original) {
      if (!stored.isChanged) return;
      change(viewer, stored, original, now);
      recordAudit(viewer.name, "template:reset", `template ${name}`);
      return;
    }
    if (stored.id !== undefined) remove(stored.id);
    recordAudit(viewer.name, "template:remove", `template ${name}`);
  });
}

/** Makes a template the one that new postmortems begin with, unless their writer chooses another. */
export function chooseTemplate(viewer: Viewer, { name }: { name: string }, now = Date.now()): void {
  transaction(() => {
    const stored = requireTemplate(name);
    if (stored.isDefault) return;
    const id = keepTemplate(viewer, stored, now);
    db().update(postmortemTemplates).set({ isDefault: false }).run();
    db()
      .update(postmortemTemplates)
      .set({ isDefault: true })
      .where(eq(postmortemTemplates.id, id))
      .run();
    recordAudit(viewer.name, "template:choose", `template ${name}`);
  });
}

/** The number of a template's row, which is made where there is none yet. */
export function keepTemplate(viewer: Viewer, template: ListedTemplate, now: number): number {
  return template.id ?? insert(viewer, template, now);
}

type Contents = { name: string; sections: TemplateSection[] };

function insert(viewer: Viewer, { name, sections }: Contents, now: number): number {
  const { id } = db()
    .insert(postmortemTemplates)
    .values({ name, sections, updatedBy: viewer.name, updatedAt: now })
    .returning({ id: postmortemTemplates.id })
    .get();
  return id;
}

function change(viewer: Viewer, stored: ListedTemplate, { name, sections }: Contents, now: number) {
  if (stored.id === undefined) return insert(viewer, { name, sections }, now);
  db()
    .update(postmortemTemplates)
    .set({ name, sections, version: stored.version + 1, updatedBy: viewer.name, updatedAt: now })
    .where(eq(postmortemTemplates.id, stored.id))
    .run();
}

function remove(id: number): void {
  db().update(postmortems).set({ templateId: null }).where(eq(postmortems.templateId, id)).run();
  db().delete(postmortemTemplates).where(eq(postmortemTemplates.id, id)).run();
}

function requireTemplate(name: string): ListedTemplate {
  const template = findTemplate(name);
  if (!template) throw new NotFoundError(`There is no template “${name}” any more.`);
  return template;
}

function requireSeen({ name, version, updatedBy }: ListedTemplate, seen: number): void {
  if (version === seen) return;
  throw new ConflictError(
    `${updatedBy ?? "Somebody"} changed ${name} meanwhile. What you wrote is kept here: compare, then save again.`,
    { version },
  );
}

function requireFree(name: string): void {
  if (findTemplate(name)) {
    throw new DomainError(`There is a template “${name}” already.`, "name");
  }
}

function requireSound({ name, sections }: Contents): void {
  if (name === "") throw new DomainError("Name the template.", "name");
  const problem = sectionsProblem(sections);
  if (problem) throw new DomainError(problem);
  for (const { title, help } of [{ title: name, help: "" }, ...sections]) {
    const hidden = textProblem(title) ?? nameProblem(title) ?? textProblem(help);
    if (hidden) throw new DomainError(`“${title}” ${hidden}.`);
  }
}
