import { and, count, eq, sql } from "drizzle-orm";
import { db, transaction } from "@/db/client";
import { alertDeliveries, alertSources, services } from "@/db/schema";
import { readDelivery } from "@/lib/alerts/delivery";
import { seal } from "@/lib/auth/seal";
import {
  PROOFS_OF,
  sourceContext,
  type Proof,
  type SourceKind,
  type SourceSettings,
} from "@/lib/domain/alerts/source";
import { ConflictError, DomainError, NotFoundError } from "@/lib/domain/error";
import type { JsonObject } from "@/lib/domain/record";
import type { Viewer } from "@/lib/domain/viewer";
import { hashToken, makeToken } from "@/lib/token";
import { takeRead, type Taken } from "./alert-deliveries";
import { recordAudit } from "./audit";

type SourceRow = typeof alertSources.$inferSelect;

const MOST_SOURCES = 100;

export type NewSource = { kind: SourceKind; name: string; isDemo?: boolean };

/** Makes a source, and gives the key of its address this one time. */
export function addAlertSource(
  viewer: Viewer,
  { kind, name, isDemo = false }: NewSource,
  now = Date.now(),
) {
  return transaction(() => {
    const { known = 0 } = db().select({ known: count() }).from(alertSources).get() ?? {};
    if (known >= MOST_SOURCES) {
      throw new DomainError(`There are ${MOST_SOURCES} sources. Delete some of them first.`);
    }
    const key = makeToken();
    const { id } = db()
      .insert(alertSources)
      .values({
        kind,
        name,
        keyHash: hashToken(key),
        keyEnding: key.slice(-4),
        settings: {},
        isDemo,
        createdBy: viewer.name,
        createdAt: now,
      })
      .returning({ id: alertSources.id })
      .get();
    tell(viewer, "add", id, { kind, name });
    return { id, kind, key };
  });
}

export type SourceChange = {
  id: number;
  version: number;
  name: string;
  serviceId: number | undefined;
  proof: Proof;
  settings: SourceSettings;
  /** A new secret; the one that stands holds on beside it. */
  secret: string | undefined;
};

/** Changes what a source is called, of what its alerts are, and what it has to show. */
export function changeAlertSource(viewer: Viewer, change: SourceChange): void {
  transaction(() => {
    const source = requireSource(change.id);
    if (source.version !== change.version) {
      throw new ConflictError("Somebody changed this source meanwhile. Look at it again.", {
        name: source.name,
      });
    }
    const { id, name, proof, settings, secret, serviceId = null } = change;
    if (!PROOFS_OF[source.kind].includes(proof)) {
      throw new DomainError("This source cannot show that.", "proof");
    }
    if (proof !== "none" && source.secret === null && secret === undefined) {
      throw new DomainError("Write the secret that it shows.", "secret");
    }
    if (proof === "basic" && !settings.user) {
      throw new DomainError("Write the user whose password it is.", "user");
    }
    requireService(serviceId);
    update(source, { name, proof, settings, serviceId, ...secretsAfter(source, change) });
    const hasNewSecret = secret !== undefined;
    tell(viewer, "change", id, { name, proof, settings, serviceId, hasNewSecret });
  });
}

/** The new secret beside the one before it; none where nothing is shown any more. */
function secretsAfter({ id, secret }: SourceRow, change: SourceChange) {
  if (change.proof === "none") return { secret: null, formerSecret: null };
  if (change.secret === undefined) return {};
  return { secret: seal(change.secret, sourceContext(id)), formerSecret: secret };
}

/** Lets the secret before the last one count no more. */
export function dropFormerSecret(viewer: Viewer, { id }: { id: number }): void {
  transaction(() => {
    const source = requireSource(id);
    if (source.formerSecret === null) return;
    update(source, { formerSecret: null });
    tell(viewer, "drop-secret", id);
  });
}

/** Puts a new key into a source's address. The old address is gone at once. */
export function rotateSourceKey(viewer: Viewer, { id }: { id: number }) {
  return transaction(() => {
    const source = requireSource(id);
    const key = makeToken();
    update(source, { keyHash: hashToken(key), keyEnding: key.slice(-4) });
    tell(viewer, "rotate-key", id);
    return { id, kind: source.kind, key };
  });
}

/** Lets a source in no more, or again. */
export function switchSource(
  viewer: Viewer,
  { id, isOn }: { id: number; isOn: boolean },
  now = Date.now(),
): void {
  transaction(() => {
    const source = requireSource(id);
    if ((source.disabledAt === null) === isOn) return;
    update(source, { disabledAt: isOn ? null : now });
    tell(viewer, isOn ? "enable" : "disable", id);
  });
}

/** Deletes a source with all that it sent; incidents and their timelines stay. */
export function removeAlertSource(viewer: Viewer, { id }: { id: number }): void {
  transaction(() => {
    const { kind, name } = requireSource(id);
    db().delete(alertSources).where(eq(alertSources.id, id)).run();
    tell(viewer, "remove", id, { kind, name });
  });
}

/** Reads a delivery again, for one that was not understood when it came. */
export function readDeliveryAgain(
  viewer: Viewer,
  { id, deliveryId }: { id: number; deliveryId: number },
  now = Date.now(),
): Taken {
  return transaction(() => {
    const source = requireSource(id);
    const delivery = db()
      .select()
      .from(alertDeliveries)
      .where(and(eq(alertDeliveries.id, deliveryId), eq(alertDeliveries.sourceId, id)))
      .get();
    if (!delivery) throw new NotFoundError("This delivery is not there any more.");
    const { body, headers } = delivery;
    if (body === null) throw new DomainError("What it held is not kept.");
    const taken = takeRead(source, deliveryId, readDelivery(source.kind, { body, headers }), now);
    tell(viewer, "read-again", id, { delivery: deliveryId, state: taken.state });
    return taken;
  });
}

function requireSource(id: number): SourceRow {
  const source = db().select().from(alertSources).where(eq(alertSources.id, id)).get();
  if (!source) throw new NotFoundError("This source is not there any more.");
  return source;
}

function requireService(id: number | null): void {
  if (id === null) return;
  const known = db().select({ id: services.id }).from(services).where(eq(services.id, id)).get();
  if (!known) throw new DomainError("There is no such service any more.", "serviceId");
}

function update({ id }: SourceRow, change: Partial<typeof alertSources.$inferInsert>): void {
  db()
    .update(alertSources)
    .set({ ...change, version: sql`${alertSources.version} + 1` })
    .where(eq(alertSources.id, id))
    .run();
}

const tell = ({ name }: Viewer, deed: string, id: number, detail?: JsonObject) =>
  recordAudit(name, `alert-source:${deed}`, `alert source ${id}`, detail);
