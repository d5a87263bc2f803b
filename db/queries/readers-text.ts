import type { BlockData } from "@/lib/domain/live-block";
import { frozenText } from "@/lib/domain/postmortem-blocks";
import { withRoles } from "@/lib/domain/role-names";
import type { Viewer } from "@/lib/domain/viewer";
import { namedPeopleOf } from "./named-people";
import { blocksOf } from "./postmortem-blocks";
import { findText } from "./postmortem-updates";

/** A text as its readers see it, and what its live blocks and citations show beside it. */
export type ReadersText = { body: string; blocks: BlockData | undefined };

/**
 * A postmortem as its readers see it. Where roles were chosen in place of names, that holds for what live
 * blocks show too, which therefore become text. `undefined` where nobody wrote one.
 */
export function readersTextOf(viewer: Viewer, incidentId: number): ReadersText | undefined {
  const text = findText(incidentId);
  if (!text) return undefined;
  const blocks = blocksOf(viewer, incidentId, text.body);
  if (!text.showsRoles) return { body: text.body, blocks };
  const body = withRoles(frozenText(text.body, blocks), namedPeopleOf(incidentId));
  return { body, blocks: undefined };
}
