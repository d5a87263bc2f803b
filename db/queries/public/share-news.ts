import { newsIn } from "@/lib/domain/share-news";
import { findSharedReport } from "./report";
import { readSharedIncident, statusChangedAt, type SharedLink } from "./share";
import { listAsked } from "./share-questions";

/** The incident as a link shows it, and in a line each what is new on it since a moment. */
export function readNews(link: SharedLink, since: number | undefined) {
  const incident = readSharedIncident(link, since);
  const report = findSharedReport(link);
  const questions = listAsked(link.id);
  const lines =
    since === undefined
      ? []
      : newsIn(incident, {
          since,
          statusChangedAt: statusChangedAt(link.incidentId),
          reportAt: report?.at,
          answers: questions,
        });
  return { incident, report, questions, lines };
}
