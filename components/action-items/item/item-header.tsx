import Link from "next/link";
import { PageHeader } from "@/components/shell/page-header";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import type { Item } from "@/db/queries/action-item";
import { COLUMN_NAMES, columnOf } from "@/lib/domain/board";
import { humanize } from "@/lib/format";
import { OwnWord } from "../own-word";

/** What an item is called, and where it stands. */
export function ItemHeader({ item }: { item: Item }) {
  const { id, title, status, priority, type } = item;
  const column = columnOf(status);
  return (
    <PageHeader
      title={
        <>
          <span className="font-mono text-base font-normal text-muted-foreground">AI-{id}</span>{" "}
          {title}
        </>
      }
      description={
        <div className="flex flex-wrap items-center gap-1.5 text-[0.8125rem] leading-6">
          <Badge variant="outline">{COLUMN_NAMES[column]}</Badge>
          <OwnWord status={status} />
          {priority && <Badge variant="outline">{priority}</Badge>}
          {type && <Badge>{humanize(type)}</Badge>}
        </div>
      }
      actions={
        <Button asChild variant="outline">
          <Link href={`/actions#ai-${id}`}>Show on the board</Link>
        </Button>
      }
    />
  );
}
