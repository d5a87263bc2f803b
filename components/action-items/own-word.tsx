import { Badge } from "@/components/ui/badge";
import { ACTION_ITEM_STATUSES } from "@/lib/domain/board";
import { humanize } from "@/lib/format";

/** The record's own status, where it is none of the board's words. */
export function OwnWord({ status }: { status: string | null }) {
  if (status === null || ACTION_ITEM_STATUSES.some((word) => word === status)) return null;
  return <Badge variant="warning">{humanize(status)}</Badge>;
}
