import { Fragment, useSyncExternalStore, type ReactNode } from "react";
import type { BoardCard as Card } from "@/db/queries/action-items";
import { useGrowing } from "./use-growing";

type CardRowsProps = {
  cards: Card[];
  /** How many are there from the start. */
  from: number;
  /** The card that had the focus last: it is there in any case. */
  active: number | undefined;
  children: (card: Card) => ReactNode;
};

/** A column's cards, as far down as somebody looks: a column has hundreds. */
export function CardRows({ cards, from, active, children }: CardRowsProps) {
  const { shown, end } = useGrowing(from, cards.length);
  const named = useSyncExternalStore(onHashChange, cardInAddress, noCard);
  const needed = cards.findLastIndex(({ id }) => id === active || id === named) + 1;
  const count = Math.max(shown, needed);
  return (
    <>
      {cards.slice(0, count).map((card) => (
        <Fragment key={card.id}>{children(card)}</Fragment>
      ))}
      {count < cards.length && <li ref={end} aria-hidden className="h-px print:hidden" />}
    </>
  );
}

function onHashChange(listen: () => void): () => void {
  addEventListener("hashchange", listen);
  return () => removeEventListener("hashchange", listen);
}

const noCard = () => undefined;

function cardInAddress(): number | undefined {
  return Number(/^#ai-(\d+)$/.exec(location.hash)?.[1]) || undefined;
}
