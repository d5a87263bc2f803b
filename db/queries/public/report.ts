import { findSharedEdition } from "@/db/queries/editions";
import type { ShareChoice } from "@/lib/domain/share-choice";
import { sayer } from "@/lib/domain/shared-incident";
import { reworderOf } from "./share";

export type SharedReport = { body: string; edition: number; at: number };

type Shows = ShareChoice & { incidentId: number; showsPostmortem: boolean };

/** What of the postmortem a link shows, in the link's wording; `undefined` where it shows nothing of it. */
export function findSharedReport(link: Shows): SharedReport | undefined {
  if (!link.showsPostmortem) return undefined;
  const edition = findSharedEdition(link.incidentId);
  if (!edition?.sharedBody) return undefined;
  const say = sayer({ ...link, reword: reworderOf(link.incidentId, link) });
  return { body: say(edition.sharedBody), edition: edition.number, at: edition.publishedAt };
}
