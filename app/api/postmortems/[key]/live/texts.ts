import * as Y from "yjs";
import { followText, keepText } from "@/db/mutations/postmortem-revisions";
import { findSessionById } from "@/db/queries/auth/sessions";
import { foreignCommits } from "@/db/queries/changes";
import {
  getText,
  newestUpdate,
  readDocumentOf,
  listUpdatesAfter,
} from "@/db/queries/postmortem-updates";
import { getStanding } from "@/db/queries/reviews";
import { isWritable } from "@/db/queries/visibility";
import { can } from "@/lib/domain/permissions";
import { Texts } from "@/lib/live/texts";
import { withOrigin } from "@/lib/origin";

/** This process's rooms of those who write, on the database. */
export function texts(): Texts {
  return (globalThis.musterTexts ??= new Texts({
    viewerOf: (session) => findSessionById(session, Date.now())?.viewer,
    isOpenTo: (viewer, incidentId) =>
      can(viewer, "postmortem:edit") && isWritable(viewer, incidentId),
    missing(postmortemId, vector) {
      const { doc } = readDocumentOf(postmortemId);
      return { update: Y.encodeStateAsUpdate(doc, vector), vector: Y.encodeStateVector(doc) };
    },
    newestRow: (postmortemId) => newestUpdate(postmortemId)?.id ?? 0,
    rowsAfter: listUpdatesAfter,
    standOf(postmortemId) {
      const text = getText(postmortemId);
      return (
        text && {
          liveId: text.liveId,
          version: text.version,
          state: getStanding(text.incidentId).state,
        }
      );
    },
    foreignCommits,
    follow: followText,
    // One text has several writers, and what keeps it later is no request of theirs: no address stands for it.
    keep: (id) => withOrigin({ via: "session" }, () => keepText(id)),
  }));
}
