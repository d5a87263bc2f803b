import { actionAddress } from "@/lib/domain/chip";
import type { BlockData } from "@/lib/domain/live-block";
import { formatDate } from "@/lib/format";
import { BlockLink } from "./block-link";
import { BlockTable } from "./block-table";
import { MoreRows, Nothing } from "./nothing";

const HEADS = ["Action", "Owner", "Priority", "Deadline", "Status"];

/** What was decided to do about it, and how far it is. */
export function ActionItemsBlock({ blocks: { actions, actionsLeft } }: { blocks: BlockData }) {
  if (actions.length === 0) return <Nothing>No action items yet.</Nothing>;
  const rows = actions.map(({ id, title, owner, priority, deadline, status, note }) => ({
    id: String(id),
    cells: [
      <span key="title" className="block min-w-48 wrap-anywhere">
        <BlockLink href={actionAddress(id)}>AI-{id}</BlockLink> {title}
      </span>,
      <span key="owner" className="block min-w-28 wrap-anywhere">
        {owner ?? "No owner"}
      </span>,
      priority ?? "Not set",
      <span key="deadline" className="whitespace-nowrap">
        {deadline ? formatDate(deadline) : "Not set"}
      </span>,
      <span key="status" className="block min-w-32 wrap-anywhere">
        {status}
        {note !== null && <span className="block text-muted-foreground">{note}</span>}
      </span>,
    ],
  }));
  return (
    <>
      <BlockTable label="Action items" heads={HEADS} rows={rows} />
      <MoreRows count={actionsLeft} of="action" />
    </>
  );
}
