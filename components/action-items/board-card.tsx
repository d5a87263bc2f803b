import { Pencil } from "lucide-react";
import Link from "next/link";
import { memo, type ReactNode } from "react";
import { SeverityBadge } from "@/components/incidents/severity-badge";
import { Badge } from "@/components/ui/badge";
import { buttonVariants } from "@/components/ui/button";
import type { BoardCard as Card } from "@/db/queries/action-items";
import { ACTION_ITEM_STATUSES } from "@/lib/domain/board";
import type { Edge } from "@/lib/domain/board";
import { humanize } from "@/lib/format";
import { cn } from "@/lib/utils";
import { Deadline } from "./deadline";
import { MoveMenu } from "./move-menu";
import { useCardDrag } from "./use-card-drag";

export type BoardCardProps = {
  card: Card;
  today: string;
  /** True for the one card that the Tab key reaches. */
  isActive: boolean;
  canMove: boolean;
  /** Where to edit it; missing for those who may not. */
  editHref?: string | undefined;
  /** Stands in the card's place while it is edited. */
  editor?: ReactNode;
  submitMove: (form: FormData) => void;
};

/** One action item on the board. It renders again only when something of it changed. */
export const BoardCard = memo(function BoardCard(props: BoardCardProps) {
  const { card, isActive, canMove, editor } = props;
  const { ref, edge, isDragging } = useCardDrag(card.id, canMove && !editor);

  return (
    <li className="relative">
      {edge && <DropLine edge={edge} />}
      <article
        ref={ref}
        id={`ai-${card.id}`}
        data-card={card.id}
        tabIndex={isActive ? 0 : -1}
        aria-labelledby={`ai-${card.id}-title`}
        aria-describedby="board-keys"
        className={cn(
          "@container rounded-md border border-border bg-card p-2.5 text-[0.8125rem] leading-5 shadow-xs",
          "scroll-mt-20 target:border-ring",
          "[contain-intrinsic-size:auto_8rem] [content-visibility:auto] print:[content-visibility:visible]",
          isDragging && "opacity-50",
        )}
      >
        {editor ?? <CardContent {...props} />}
      </article>
    </li>
  );
}, hasSameProps);

function CardContent({ card, today, canMove, editHref, submitMove }: BoardCardProps) {
  return (
    <div className="grid gap-1.5 @xl:grid-cols-[1fr_13rem_auto] @xl:gap-x-6 @5xl:grid-cols-[1fr_36rem_auto]">
      <div className="grid content-start gap-1">
        <p className="flex flex-wrap items-center gap-1.5 text-muted-foreground">
          <span className="font-mono text-xs">AI-{card.id}</span>
          {card.priority && <Badge variant="outline">{card.priority}</Badge>}
          {card.type && <Badge>{humanize(card.type)}</Badge>}
          <OwnWord status={card.status} />
        </p>
        <h3 id={`ai-${card.id}-title`} className="text-sm leading-5 font-medium wrap-anywhere">
          {card.title}
        </h3>
      </div>
      <div className="grid content-start gap-1 text-muted-foreground @5xl:grid-cols-[1fr_11.5rem_10.5rem] @5xl:items-center @5xl:gap-x-4">
        <p className="wrap-anywhere">{card.person ?? card.owner ?? "No owner"}</p>
        <p>
          <Deadline item={card} today={today} />
        </p>
        <p className="flex flex-wrap items-center gap-1.5">
          <SeverityBadge severity={card.severity} />
          <Link
            href={`/incidents/${card.incidentKey}`}
            prefetch={false}
            draggable={false}
            title={card.incidentTitle}
            className="touch-target rounded-sm font-mono text-xs leading-6 text-link hover:underline"
          >
            {card.incidentKey}
          </Link>
        </p>
      </div>
      {(canMove || editHref) && (
        <div className="-mx-1 -mb-1 flex print:hidden flex-wrap content-start items-start @xl:m-0 @xl:w-36 @xl:justify-end @xl:has-[details[open]]:w-56">
          {canMove && <MoveMenu card={card} submitMove={submitMove} />}
          {editHref && <EditLink id={card.id} href={editHref} />}
        </div>
      )}
    </div>
  );
}

function EditLink({ id, href }: { id: number; href: string }) {
  return (
    <Link
      href={href}
      scroll={false}
      prefetch={false}
      draggable={false}
      data-edit
      className={cn(buttonVariants({ variant: "ghost", size: "sm" }), "h-7 px-2")}
    >
      <Pencil aria-hidden className="size-3.5" />
      Edit<span className="sr-only"> AI-{id}</span>
    </Link>
  );
}

/** The record's own status, where it is none of the board's words. */
function OwnWord({ status }: { status: string | null }) {
  if (status === null || ACTION_ITEM_STATUSES.some((word) => word === status)) return null;
  return <Badge variant="warning">{humanize(status)}</Badge>;
}

function DropLine({ edge }: { edge: Edge }) {
  return (
    <div
      aria-hidden
      className={cn(
        "pointer-events-none absolute inset-x-0 z-10 h-0.5 rounded-full bg-ring",
        edge === "top" ? "-top-[5px]" : "-bottom-[5px]",
      )}
    />
  );
}

/** Every save brings all cards anew: those that look the same are the same, wherever they stand. */
function hasSameProps(before: BoardCardProps, after: BoardCardProps): boolean {
  const { card: cardBefore, ...restBefore } = before;
  const { card: cardAfter, ...restAfter } = after;
  return (
    isShallowEqual({ ...cardBefore, position: 0 }, { ...cardAfter, position: 0 }) &&
    isShallowEqual(restBefore, restAfter)
  );
}

function isShallowEqual(a: object, b: object): boolean {
  const [left, right] = [Object.entries(a), new Map(Object.entries(b))];
  return left.length === right.size && left.every(([key, value]) => right.get(key) === value);
}
