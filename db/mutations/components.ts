import { and, asc, eq, isNull, max, ne } from "drizzle-orm";
import { customAlphabet } from "nanoid";
import { db, transaction } from "@/db/client";
import { components, services } from "@/db/schema";
import { ConflictError, DomainError, NotFoundError } from "@/lib/domain/error";
import type { Viewer } from "@/lib/domain/viewer";
import { recordAudit } from "./audit";

const makePublicId = customAlphabet("0123456789abcdefghijklmnopqrstuvwxyz", 12);

export type ComponentFields = {
  name: string;
  description?: string;
  /** The service that it stands for inside. */
  serviceId?: number;
};

type NewComponent = ComponentFields & { isDemo?: boolean };

/** Adds a component after the others; it works until an update says otherwise. Gives its id. */
export function addComponent(
  actor: string,
  { name, description, serviceId, isDemo = false }: NewComponent,
  now = Date.now(),
): { id: number } {
  return transaction(() => {
    requireFree(name);
    requireService(serviceId);
    const last = db()
      .select({ position: max(components.position) })
      .from(components)
      .get();
    const component = db()
      .insert(components)
      .values({
        publicId: makePublicId(),
        name,
        description,
        serviceId,
        isDemo,
        position: (last?.position ?? -1) + 1,
        statusAt: now,
        updatedAt: now,
      })
      .returning({ id: components.id })
      .get();
    recordAudit(actor, "component:add", `component ${name}`);
    return component;
  });
}

export type ComponentEdit = ComponentFields & {
  id: number;
  /** The version that the writer saw. */
  version: number;
};

/** Renames, describes and links a component. Updates that named it follow its name. */
export function editComponent(viewer: Viewer, edit: ComponentEdit, now = Date.now()): void {
  transaction(() => {
    const { id, version, name, description = null, serviceId = null } = edit;
    const component = requireComponent(id);
    if (component.version !== version) {
      throw new ConflictError(
        `Someone changed ${component.name} while you wrote. Your text is kept here: compare, then save again.`,
        { version: component.version },
      );
    }
    requireFree(name, id);
    requireService(edit.serviceId);
    change(id, { name, description, serviceId, version: version + 1, updatedAt: now });
    recordAudit(viewer.name, "component:edit", `component ${name}`, { before: component.name });
  });
}

/** Moves a component one place up or down among those in use. */
export function moveComponent(
  viewer: Viewer,
  { id, to }: { id: number; to: "up" | "down" },
  now = Date.now(),
): void {
  transaction(() => {
    const { name } = requireComponent(id);
    const order = db()
      .select({ id: components.id })
      .from(components)
      .where(isNull(components.archivedAt))
      .orderBy(asc(components.position), asc(components.id))
      .all()
      .map((component) => component.id);
    const from = order.indexOf(id);
    const place = from + (to === "up" ? -1 : 1);
    if (from === -1 || place < 0 || place >= order.length) return;
    order
      .toSpliced(from, 1)
      .toSpliced(place, 0, id)
      .forEach((each, position) => change(each, { position, updatedAt: now }));
    recordAudit(viewer.name, "component:move", `component ${name}`, { to });
  });
}

/** Takes a component off the status page, or puts it back. What was told of it stays. */
export function archiveComponent(
  viewer: Viewer,
  { id, isArchived }: { id: number; isArchived: boolean },
  now = Date.now(),
): void {
  transaction(() => {
    const { name, archivedAt } = requireComponent(id);
    if ((archivedAt !== null) === isArchived) return;
    change(id, { archivedAt: isArchived ? now : null, updatedAt: now });
    const verb = isArchived ? "component:archive" : "component:restore";
    recordAudit(viewer.name, verb, `component ${name}`);
  });
}

function change(id: number, values: Partial<typeof components.$inferInsert>): void {
  db().update(components).set(values).where(eq(components.id, id)).run();
}

function requireComponent(id: number) {
  const component = db().select().from(components).where(eq(components.id, id)).get();
  if (!component) throw new NotFoundError("This component is not there.");
  return component;
}

function requireFree(name: string, besides = 0): void {
  const other = db()
    .select({ archivedAt: components.archivedAt })
    .from(components)
    .where(and(eq(components.name, name), ne(components.id, besides)))
    .get();
  if (!other) return;
  const state = other.archivedAt === null ? "already" : "in the archive";
  throw new DomainError(`There is a component ${name} ${state}.`, "name");
}

function requireService(id: number | undefined): void {
  if (id === undefined) return;
  const found = db().select({ id: services.id }).from(services).where(eq(services.id, id)).get();
  if (!found) throw new DomainError("That service is not there any more.", "serviceId");
}
