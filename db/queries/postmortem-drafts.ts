import { createHash } from "node:crypto";
import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import { postmortems } from "@/db/schema";
import { compareDrafts, hasNews, type Drafts } from "@/lib/domain/redraft";
import type { TemplateSection } from "@/lib/domain/template";
import { canonical } from "@/lib/markdown/canonical";
import { templateOf } from "./postmortem-templates";
import { draftOf } from "./postmortems";

/**
 * An incident's postmortem as it was drafted, as it stands, and as the record gives it now, with the name
 * of the last, by which a choice tells what it was made of; `undefined` where nobody has begun it.
 */
export function findDrafts(incidentId: number): (Drafts & { seen: string }) | undefined {
  const stored = findStored(incidentId);
  if (!stored) return undefined;
  const theirs = canonical(draftOf(incidentId, templateOf(stored.templateId)));
  return { base: stored.drafted ?? "", mine: stored.body, theirs, seen: fingerprint(theirs) };
}

/** True where the record gives a drafted text something that it lacks and nobody has turned down. */
export function hasDraftNews(incidentId: number): boolean {
  const drafts = findDrafts(incidentId);
  return drafts !== undefined && drafts.base !== "" && hasNews(compareDrafts(drafts));
}

/** What the template asks for that an incident's postmortem follows. */
export const listAskedSections = (incidentId: number): TemplateSection[] =>
  templateOf(findStored(incidentId)?.templateId).sections;

function findStored(incidentId: number) {
  const { body, drafted, templateId } = postmortems;
  return db()
    .select({ body, drafted, templateId })
    .from(postmortems)
    .where(eq(postmortems.incidentId, incidentId))
    .get();
}

const fingerprint = (text: string) =>
  createHash("sha256").update(text).digest("base64url").slice(0, 16);
