import type { Escalation } from "@/db/queries/escalations";
import type { ExecutivesTold } from "@/lib/domain/executives";
import { formatMinutes, formatTime } from "@/lib/format";

const MINUTE = 60_000;
const MOST_NAMES = 4;

/** `Ada, Ben and 3 more`. */
export function namesInWords(names: readonly string[]): string {
  const more = names.length - MOST_NAMES;
  const shown = names.slice(0, MOST_NAMES).join(", ");
  return more > 0 ? `${shown} and ${more} more` : shown;
}

type Responded = Pick<Escalation, "startedAt" | "respondBy" | "acknowledgedAt" | "acknowledgedBy">;

/** `Acknowledged by Ada after 3 min`; nothing where nobody has, or it says nothing that one does not see. */
export function acknowledgedWords(escalation: Responded): string | undefined {
  const { startedAt, respondBy, acknowledgedAt, acknowledgedBy } = escalation;
  if (acknowledgedAt === null || acknowledgedBy === null) return undefined;
  const after = Math.floor((acknowledgedAt - startedAt) / MINUTE);
  const length = after === 0 ? "at once" : `after ${formatMinutes(after)}`;
  const late = acknowledgedAt > respondBy;
  const asked = formatMinutes((respondBy - startedAt) / MINUTE);
  return `Acknowledged by ${acknowledgedBy} ${length}${late ? `, ${asked} were asked for` : ""}`;
}

/** Whether executives hear of it in time, in words. */
export function executivesWords(told: ExecutivesTold): string {
  const { state, dueAt } = told;
  if (state === "open") return `Tell stakeholders by ${formatTime(dueAt)} UTC`;
  if (state === "kept") return "Stakeholders told in time";
  if (told.toldAt === null) return `Stakeholders were to be told by ${formatTime(dueAt)} UTC`;
  const late = Math.max(1, Math.floor((told.toldAt - dueAt) / MINUTE));
  return `Stakeholders told ${formatMinutes(late)} late`;
}
