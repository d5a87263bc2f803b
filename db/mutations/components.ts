import { and, eq, isNull, ne } from "drizzle-orm";
import { db, transaction } from "@/db/client";
import { components, services } from "@/db/schema";
import { changedFields } from "@/lib/domain/audit-detail";
import { ConflictError, DomainError } from "@/lib/domain/error";
import type { Viewer } from "@/lib/domain/viewer";
import { recordAudit } from "./audit";
import { changeComponent, idsWithin, lastPlace, requireComponent } from "./component-order";
import { makePublicId } from "./public-id";

export type ComponentFields = {
  name: string;
  description?: string | undefined;
  /** The service that it stands for inside. */
  serviceId?: number | undefined;
  /** The group that holds it. */
  groupId?: number | undefined;
  showsUptime?: boolean;
  /** True where readers see it only while something is wrong with it. */
  isOnlyShownDegraded?: boolean;
  /** The first calendar day about which something is known: the day on which it was added, if missing. */
  startDate?: string | undefined;
};

type NewComponent = ComponentFields & { isGroup?: boolean; isDemo?: boolean };

/** Adds a component or a group after the others; a component works until a state says otherwise. Gives its id. */
export function addComponent(
  actor: string,
  { name, isGroup = false, isDemo = false, ...fields }: NewComponent,
  now = Date.now(),
): { id: number } {
  return transaction(() => {
    requireFree(name);
    const component = db()
      .insert(components)
      .values({
        publicId: makePublicId(),
        name,
        isGroup,
        isDemo,
        ...checked(fields, now),
        position: lastPlace(fields.groupId ?? null),
        statusAt: now,
        createdAt: now,
        updatedAt: now,
      })
      .returning({ id: components.id })
      .get();
    recordAudit(actor, "component:add", objectOf({ name, isGroup }));
    return component;
  });
}

export type ComponentEdit = ComponentFields & {
  id: number;
  /** The version that the writer saw. */
  version: number;
};

/** Changes what readers are told of a component or group, and where it stands. Updates that named it follow its name. */
export function editComponent(viewer: Viewer, edit: ComponentEdit, now = Date.now()): void {
  transaction(() => {
    const { id, version, name, ...fields } = edit;
    const component = requireComponent(id);
    if (component.version !== version) {
      throw new ConflictError(
        `Someone changed ${component.name} while you wrote. Your text is kept here: compare, then save again.`,
        { version: component.version },
      );
    }
    if (name !== component.name) requireFree(name, id);
    const { groupId, ...values } = checked(component.isGroup ? nameless(fields) : fields, now);
    const place = component.groupId === groupId ? {} : { groupId, position: lastPlace(groupId) };
    changeComponent(id, { name, ...values, ...place, version: version + 1, updatedAt: now });
    const detail = changedFields(component, { name, groupId, ...values });
    recordAudit(viewer.name, "component:edit", objectOf({ ...component, name }), detail);
  });
}

/**
 * Takes a component or an empty group off the status page, or puts it back after the others. What was told
 * of it stays.
 */
export function archiveComponent(
  viewer: Viewer,
  { id, isArchived }: { id: number; isArchived: boolean },
  now = Date.now(),
): void {
  transaction(() => {
    const component = requireComponent(id);
    const { name, archivedAt, isGroup } = component;
    if ((archivedAt !== null) === isArchived) return;
    if (isArchived) {
      const held = isGroup ? idsWithin(id).length : 0;
      if (held > 0) {
        throw new DomainError(
          `${name} still holds ${held === 1 ? "1 component" : `${held} components`}. Move or archive them first.`,
        );
      }
      changeComponent(id, { archivedAt: now, updatedAt: now });
    } else {
      const groupId = standingGroup(component.groupId);
      const position = lastPlace(groupId);
      changeComponent(id, { archivedAt: null, groupId, position, updatedAt: now });
    }
    const verb = isArchived ? "component:archive" : "component:restore";
    recordAudit(viewer.name, verb, objectOf(component));
  });
}

const objectOf = ({ name, isGroup }: { name: string; isGroup: boolean }) =>
  `${isGroup ? "component group" : "component"} ${name}`;

/** Of a group readers are told its name and description alone. */
const nameless = ({ description }: Omit<ComponentFields, "name">) => ({ description });

function checked(fields: Omit<ComponentFields, "name">, now: number) {
  const { description = null, serviceId = null, groupId = null, startDate = null } = fields;
  const { showsUptime = true, isOnlyShownDegraded = false } = fields;
  requireService(serviceId);
  if (startDate !== null && Date.parse(startDate) > now) {
    throw new DomainError("That day is still to come.", "startDate");
  }
  if (groupId !== null && standingGroup(groupId) === null) {
    throw new DomainError("That group is not there any more.", "groupId");
  }
  return { description, serviceId, groupId, startDate, showsUptime, isOnlyShownDegraded };
}

/** The group, if it is one and in use. */
function standingGroup(groupId: number | null): number | null {
  if (groupId === null) return null;
  const found = db()
    .select({ id: components.id })
    .from(components)
    .where(
      and(eq(components.id, groupId), eq(components.isGroup, true), isNull(components.archivedAt)),
    )
    .get();
  return found?.id ?? null;
}

function requireFree(name: string, besides = 0): void {
  const other = db()
    .select({ archivedAt: components.archivedAt, isGroup: components.isGroup })
    .from(components)
    .where(and(eq(components.name, name), ne(components.id, besides)))
    .get();
  if (!other) return;
  const kind = other.isGroup ? "group" : "component";
  const state = other.archivedAt === null ? "already" : "in the archive";
  throw new DomainError(`There is a ${kind} ${name} ${state}.`, "name");
}

function requireService(id: number | null): void {
  if (id === null) return;
  const found = db().select({ id: services.id }).from(services).where(eq(services.id, id)).get();
  if (!found) throw new DomainError("That service is not there any more.", "serviceId");
}
