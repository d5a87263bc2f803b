import { and, eq, inArray } from "drizzle-orm";
import { db, transaction } from "@/db/client";
import {
  findPublicReport,
  listOpenLinks,
  outsideTextOf,
  standingMarkOf,
  type Outside,
} from "@/db/queries/publication";
import { postmortemEditions, publicPostmortems, shareLinks } from "@/db/schema";
import { getEdition } from "@/db/queries/editions";
import { ConflictError, DomainError, NotFoundError } from "@/lib/domain/error";
import { can } from "@/lib/domain/permissions";
import { whyNotPublic } from "@/lib/domain/posting";
import { namedIn } from "@/lib/domain/published-text";
import type { Viewer } from "@/lib/domain/viewer";
import { recordAudit } from "./audit";
import { requireIncident, type IncidentRow } from "./entries";
import { makePublicId } from "./public-id";

export type OutsideChoice = {
  key: string;
  /** The edition whose sections were chosen. */
  edition: number;
  sections: number[];
  /** The mark of the text that the publisher saw. */
  seen: string;
  /** The mark of the text that these outsiders read so far, as the publisher saw it; empty for none. */
  stands: string;
  /** The portal's own address. */
  portal: string;
};

/** Shows the chosen sections behind the chosen links; links that show the postmortem show them too. */
export function sharePostmortem(
  viewer: Viewer,
  { links, ...choice }: OutsideChoice & { links: number[] },
): void {
  transaction(() => {
    const incident = requireIncident(viewer, choice.key);
    requireMayLeave(viewer, incident, "links");
    const open = listOpenLinks(incident.id);
    const chosen = open.filter((link) => link.showsPostmortem || links.includes(link.id));
    if (chosen.length === 0) throw new DomainError("Choose a link that works.", "links");
    const { edition, text } = requireSeen(incident.id, "links", choice);

    db()
      .update(postmortemEditions)
      .set({ sharedBody: text })
      .where(eq(postmortemEditions.id, edition.id))
      .run();
    const ids = chosen.map(({ id }) => id);
    db()
      .update(shareLinks)
      .set({ showsPostmortem: true })
      .where(and(inArray(shareLinks.id, ids), eq(shareLinks.incidentId, incident.id)))
      .run();
    const detail = { edition: edition.number, links: chosen.map(({ label }) => label) };
    recordAudit(viewer.name, "postmortem:share", `incident ${incident.key}`, detail, incident.id);
  });
}

/** Takes the postmortem from a link, which still opens the incident. */
export function unsharePostmortem(viewer: Viewer, { key, link }: { key: string; link: number }) {
  transaction(() => {
    const incident = requireIncident(viewer, key);
    const shown = listOpenLinks(incident.id).find(({ id }) => id === link);
    if (!shown) throw new NotFoundError("This share link is not there.");
    if (!shown.showsPostmortem) return;
    db().update(shareLinks).set({ showsPostmortem: false }).where(eq(shareLinks.id, link)).run();
    const detail = { links: [shown.label] };
    recordAudit(viewer.name, "postmortem:unshare", `incident ${key}`, detail, incident.id);
  });
}

/** Puts the chosen sections on the incident's public page, in place of what stood there. */
export function publishReport(
  viewer: Viewer,
  { note, ...choice }: OutsideChoice & { note?: string },
  now = Date.now(),
): void {
  transaction(() => {
    const incident = requireIncident(viewer, choice.key);
    requireMayLeave(viewer, incident, "public");
    const page = findPublicReport(incident.id);
    if (!page) {
      throw new DomainError(
        `${incident.key} has no public page yet. Publish a message of it first, under Share.`,
      );
    }
    const { edition, text, names } = requireSeen(incident.id, "public", choice);
    if (page.report?.body === text && page.report.edition === edition.number) return;
    if (page.report && !note) {
      throw new DomainError("Say for readers what changed since it was published.", "note");
    }
    const problems = namedIn(note ?? "", names);
    if (problems.length > 0) throw new DomainError(problems.join(" "), "note");

    const shown = {
      edition: edition.number,
      body: text,
      note: note ?? null,
      updatedAt: now,
      publishedBy: viewer.name,
    };
    db()
      .insert(publicPostmortems)
      .values({
        ...shown,
        publicIncidentId: page.rowId,
        publicId: makePublicId(),
        displayAt: now,
      })
      .onConflictDoUpdate({ target: publicPostmortems.publicIncidentId, set: shown })
      .run();
    const detail = { edition: edition.number };
    const verb = "postmortem:publish-report";
    recordAudit(viewer.name, verb, `incident ${incident.key}`, detail, incident.id);
  });
}

/** Takes the report off the public page. */
export function retractReport(viewer: Viewer, { key }: { key: string }): void {
  transaction(() => {
    const incident = requireIncident(viewer, key);
    const page = findPublicReport(incident.id);
    if (!page?.report) return;
    db().delete(publicPostmortems).where(eq(publicPostmortems.publicIncidentId, page.rowId)).run();
    const detail = { edition: page.report.edition };
    const verb = "postmortem:retract-report";
    recordAudit(viewer.name, verb, `incident ${key}`, detail, incident.id);
  });
}

function requireMayLeave(viewer: Viewer, incident: IncidentRow, outside: Outside): void {
  const refusal = outside === "public" || incident.isPrivate ? whyNotPublic(incident) : undefined;
  if (refusal) throw new DomainError(refusal);
  if (incident.impact?.security_breach === true && !can(viewer, "incident:publish-breach")) {
    throw new DomainError("Only an admin can publish about a security breach.");
  }
}

/** The text of the newest edition, which has to be the one that the publisher looked at. */
function requireSeen(incidentId: number, outside: Outside, choice: OutsideChoice) {
  const edition = getEdition(incidentId);
  const stands = standingMarkOf(incidentId, outside);
  const published = outsideTextOf(incidentId, { ...choice, outside });
  if (!edition || !published) throw new DomainError("Publish an edition to members first.");
  if (edition.number !== choice.edition || published.seen !== choice.seen) {
    throw new ConflictError(`What would go out changed after you looked at it. Look at it again.`, {
      edition: edition.number,
    });
  }
  if (stands !== choice.stands && stands !== published.seen) {
    throw new ConflictError(
      "Somebody published another text there meanwhile. Look at it, then repeat this if it is still needed.",
      { edition: edition.number },
    );
  }
  if (published.problems.length > 0) throw new DomainError(published.problems.join(" "));
  return { edition, text: published.text, names: published.names };
}
