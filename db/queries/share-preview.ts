import type { ShareChoice } from "@/lib/domain/share-choice";
import { leftOutFacts, withLeftOut } from "@/lib/domain/share-left-out";
import { mayBeShared } from "@/lib/domain/shared-incident";
import { recordFrom } from "@/lib/record/rows";
import { findSharedReport } from "./public/report";
import { readSharedIncident } from "./public/share";
import { listRows } from "./record";

type Shows = ShareChoice & { incidentId: number; showsPostmortem: boolean };

/** What somebody with the link sees, and what they do not; for members, who may read both. */
export function readSharePreview(link: Shows) {
  const rows = listRows(link.incidentId);
  const record = recordFrom(rows);
  const events = (record.events ?? []).flatMap((event, index) => {
    const row = rows.events[index];
    return row ? [{ event, isShareable: mayBeShared(row) }] : [];
  });
  return {
    preview: withLeftOut(readSharedIncident(link), { rows: events, record, choice: link }),
    facts: leftOutFacts(record, link),
    report: findSharedReport(link),
  };
}
