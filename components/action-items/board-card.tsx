import { Pencil } from "lucide-react";
import Link from "next/link";
import { memo, type ReactNode } from "react";
import { Badge } from "@/components/ui/badge";
import { buttonVariants } from "@/components/ui/button";
import type { BoardCard as Card } from "@/db/queries/action-items";
import type { Edge } from "@/lib/domain/board";
import { humanize } from "@/lib/format";
import { cn } from "@/lib/utils";
import { CardFacts } from "./card-facts";
import { MoveMenu } from "./move-menu";
import { OwnWord } from "./own-word";
import { useCardDrag } from "./use-card-drag";

export type BoardCardProps = {
  card: Card;
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
        className={cn("board-card", isDragging && "opacity-50")}
      >
        {editor ?? <CardContent {...props} />}
      </article>
    </li>
  );
}, hasSameProps);

function CardContent({ card, canMove, editHref, submitMove }: BoardCardProps) {
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
          <Link
            href={`/actions/AI-${card.id}`}
            prefetch={false}
            draggable={false}
            data-open
            className="rounded-sm hover:underline"
          >
            {card.title}
          </Link>
        </h3>
      </div>
      <CardFacts card={card} />
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
  return isShallowEqual(restBefore, restAfter) && looksSame(cardBefore, cardAfter);
}

const looksSame = (a: Card, b: Card) =>
  a === b || isShallowEqual({ ...a, position: 0 }, { ...b, position: 0 });

function isShallowEqual<Props extends object>(a: Props, b: Props): boolean {
  for (const name in a) if (a[name] !== b[name]) return false;
  for (const name in b) if (!(name in a)) return false;
  return true;
}
