import type { Histories, RowHistory } from "@/components/incidents/timeline/row-history";
import type { TimelinePage } from "@/db/queries/timeline-view";
import { wordChanges } from "@/lib/text-changes";

/** Texts longer than this are shown as they were, without looking for the words that differ. */
const COMPARED_AT_MOST = 5000;

/** What the edited rows of a page said before, each text with how it became the next one. */
export function historiesOf({ rows, revisions }: TimelinePage): Histories {
  return Object.fromEntries(
    rows.flatMap(({ id, description }) => {
      const earlier = revisions[id];
      return earlier ? [[id, historyOf(earlier, description)]] : [];
    }),
  );
}

type Revision = TimelinePage["revisions"][number][number];

/** `revisions` come latest first, as does the answer. */
function historyOf(revisions: Revision[], current: string): RowHistory {
  return revisions.map((revision, index) => {
    const next = revisions[index - 1]?.description ?? current;
    const isShort = revision.description.length + next.length <= COMPARED_AT_MOST;
    return {
      ...revision,
      changes: isShort ? wordChanges(revision.description, next) : undefined,
    };
  });
}
