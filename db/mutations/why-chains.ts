import { and, count, eq } from "drizzle-orm";
import { db, transaction } from "@/db/client";
import { getPostmortem } from "@/db/queries/postmortems";
import { whyChains } from "@/db/schema";
import { ConflictError, DomainError, NotFoundError } from "@/lib/domain/error";
import type { Viewer } from "@/lib/domain/viewer";
import {
  givenAnswers,
  MOST_CHAINS,
  MOST_WHYS,
  whyMarkdown,
  withWhys,
  type WhyChain,
} from "@/lib/domain/why-chain";
import { recordAudit } from "./audit";
import { requireWritable, type IncidentRow } from "./entries";
import { writeText } from "./postmortems";

/** Begins a chain of whys at a problem. */
export function addWhyChain(viewer: Viewer, given: WhyChain & { key: string }, now = Date.now()) {
  return transaction(() => {
    const incident = requireWritable(viewer, given.key);
    const chain = chainOf(given);
    const held = db()
      .select({ n: count() })
      .from(whyChains)
      .where(eq(whyChains.incidentId, incident.id))
      .get();
    if ((held?.n ?? 0) >= MOST_CHAINS) {
      throw new DomainError(`There are ${MOST_CHAINS} chains already. Remove one first.`);
    }
    const { id } = db()
      .insert(whyChains)
      .values({ incidentId: incident.id, ...chain, updatedBy: viewer.name, updatedAt: now })
      .returning({ id: whyChains.id })
      .get();
    tell(viewer, incident, "why-chain:add", { id, ...chain });
    return { id };
  });
}

type SeenChain = { key: string; id: number; version: number };

/** Saves what was asked and answered, unless somebody saved the chain since. */
export function editWhyChain(viewer: Viewer, edit: WhyChain & SeenChain, now = Date.now()): void {
  transaction(() => {
    const { incident, stored } = requireChain(viewer, edit);
    const chain = chainOf(edit);
    db()
      .update(whyChains)
      .set({ ...chain, updatedBy: viewer.name, updatedAt: now, version: stored.version + 1 })
      .where(eq(whyChains.id, stored.id))
      .run();
    tell(viewer, incident, "why-chain:edit", { id: stored.id, ...chain });
  });
}

/** Removes a chain; the audit log keeps what it said. */
export function removeWhyChain(viewer: Viewer, seen: SeenChain): void {
  transaction(() => {
    const { incident, stored } = requireChain(viewer, seen);
    db().delete(whyChains).where(eq(whyChains.id, stored.id)).run();
    const { id, problem, answers } = stored;
    tell(viewer, incident, "why-chain:remove", { id, problem, answers });
  });
}

/** Puts a chain into the postmortem, under the root cause. */
export function insertWhyChain(viewer: Viewer, seen: SeenChain, now = Date.now()): void {
  transaction(() => {
    const { incident, stored } = requireChain(viewer, seen);
    const base = getPostmortem(incident.id)?.body;
    if (base === undefined) {
      throw new DomainError("Nobody has begun this postmortem yet. Start writing it first.");
    }
    if (base.includes(whyMarkdown(stored))) {
      throw new DomainError("These whys stand in the postmortem already.");
    }
    const text = withWhys(base, stored);
    writeText(viewer, { key: seen.key, text, base, note: "Inserted the whys" }, now);
  });
}

function chainOf({ problem, answers }: WhyChain): WhyChain {
  const given = givenAnswers(answers);
  if (given.length > MOST_WHYS) throw new DomainError(`Ask why ${MOST_WHYS} times at most.`);
  return { problem, answers: given };
}

function requireChain(viewer: Viewer, { key, id, version }: SeenChain) {
  const incident = requireWritable(viewer, key);
  const stored = db()
    .select()
    .from(whyChains)
    .where(and(eq(whyChains.id, id), eq(whyChains.incidentId, incident.id)))
    .get();
  if (!stored)
    throw new NotFoundError("Someone removed this chain. Begin a new one with your text.");
  if (stored.version !== version) {
    const { problem, answers, updatedBy } = stored;
    throw new ConflictError(
      `${updatedBy} saved this chain while you were writing. Yours is kept here: save again to put it in place.`,
      { problem, answers, version: stored.version },
    );
  }
  return { incident, stored };
}

type Told = WhyChain & { id: number };

function tell(viewer: Viewer, { id, key }: IncidentRow, verb: string, detail: Told): void {
  recordAudit(viewer.name, verb, `incident ${key}`, detail, id);
}
