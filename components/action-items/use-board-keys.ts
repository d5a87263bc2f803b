import type { KeyboardEvent } from "react";
import type { Card, Move } from "@/lib/domain/board";
import { cardBeyond, isArrow, moveTowards } from "@/lib/domain/board-keys";

/** The number of the card that holds an element. */
export function cardAround(target: EventTarget): number | undefined {
  const card = target instanceof Element ? target.closest<HTMLElement>("[data-card]") : null;
  return card ? Number(card.dataset.card) : undefined;
}

/**
 * The board's keys, while a card itself has the focus: arrows go to other cards, with Alt they move
 * the card, M opens its menu, E its form and Enter its page. Escape leads from the menu back to the card.
 */
export function useBoardKeys(cards: Card[], onMove: ((move: Move) => void) | undefined) {
  return (event: KeyboardEvent<HTMLElement>) => {
    const card = cards.find(({ id }) => id === cardAround(event.target));
    const element = card && document.getElementById(`ai-${card.id}`);
    if (!card || !element || event.ctrlKey || event.metaKey) return;

    const pressed = () => {
      if (event.target !== element) return event.key === "Escape" && closeMenu(element);
      if (isArrow(event.key)) {
        const move = event.altKey && onMove ? moveTowards(cards, card, event.key) : undefined;
        if (move) onMove?.(move);
        else if (!event.altKey) focusCard(cardBeyond(cards, card, event.key));
        return true;
      }
      if (event.altKey) return false;
      const key = event.key.toLowerCase();
      if (key === "m") return openMenu(element);
      if (key === "e") return follow(element, "a[data-edit]");
      return key === "enter" && follow(element, "a[data-open]");
    };
    if (pressed()) event.preventDefault();
  };
}

function focusCard(card: Card | undefined): void {
  if (card) document.getElementById(`ai-${card.id}`)?.focus();
}

function openMenu(card: HTMLElement): boolean {
  const menu = card.querySelector("details");
  if (menu) menu.open = true;
  return menu !== null;
}

function closeMenu(card: HTMLElement): boolean {
  const menu = card.querySelector("details");
  if (!menu?.open) return false;
  menu.open = false;
  card.focus();
  return true;
}

function follow(card: HTMLElement, link: string): boolean {
  const found = card.querySelector<HTMLElement>(link);
  found?.click();
  return found !== null;
}
