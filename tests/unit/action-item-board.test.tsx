// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { ActionItemBoard } from "@/components/action-items/action-item-board";
import { endNotice } from "@/components/action-items/notice-store";
import type { MoveAction } from "@/components/action-items/use-board-moves";
import type { BoardCard } from "@/db/queries/action-items";
import { moveCard } from "@/lib/domain/board";

function makeCard(id: number, overrides: Partial<BoardCard> = {}): BoardCard {
  return {
    id,
    title: `Card ${id}`,
    status: "open",
    position: 0,
    version: 1,
    owner: null,
    person: null,
    priority: null,
    type: null,
    deadline: null,
    incidentKey: "INC-2026-0001",
    incidentTitle: "Checkout is slow",
    severity: "SEV2",
    teamId: null,
    team: null,
    teamSlug: null,
    teamFrom: null,
    today: "2026-05-04",
    state: "no_deadline",
    isUnownedTooLong: false,
    checkDue: null,
    checkResult: null,
    comments: 0,
    ...overrides,
  };
}

const refresh = vi.hoisted(() => vi.fn());
vi.mock("next/navigation", () => ({ useRouter: () => ({ refresh }) }));

const cards = [
  makeCard(1),
  makeCard(2, { position: 1, status: "blocked" }),
  makeCard(3, { status: "in_review" }),
];

/** A door that answers when it is told to. */
function makeDoor() {
  let answer: (result: unknown) => void = () => {};
  const moveAction = vi.fn(() => new Promise((resolve) => (answer = resolve)));
  return {
    moveAction: moveAction as unknown as MoveAction,
    calls: moveAction.mock.calls as unknown[][],
    answer: (result: unknown) => act(async () => answer(result)),
  };
}

type Props = Parameters<typeof ActionItemBoard>[0];
const board = (props: Partial<Props> & { moveAction: MoveAction }) => (
  <ActionItemBoard
    cards={cards}
    canMove
    tablePath="/actions?view=table"
    editPath="/actions"
    {...props}
  />
);

const cardOf = (id: number) => screen.getByRole("article", { name: `Card ${id}` });
const titlesIn = (column: string) =>
  within(screen.getByRole("region", { name: new RegExp(`^${column}`) }))
    .queryAllByRole("article")
    .map((card) => within(card).getByRole("heading").textContent);
const status = () => screen.getByRole("status").textContent;

beforeEach(() => vi.useFakeTimers({ shouldAdvanceTime: true }));
afterEach(() => {
  act(endNotice);
  cleanup();
  vi.useRealTimers();
});

const setup = () => userEvent.setup({ advanceTimers: vi.advanceTimersByTime });

describe("ActionItemBoard", () => {
  test("shows columns with their counts, and words where one is empty", () => {
    render(board({ moveAction: makeDoor().moveAction }));
    expect(titlesIn("Open")).toEqual(["Card 1", "Card 2"]);
    expect(screen.getByRole("heading", { level: 2, name: "Open 2" })).toBeTruthy();
    expect(screen.getByText("Nothing in progress")).toBeTruthy();
    expect(within(cardOf(2)).getByText("Blocked")).toBeTruthy();
  });

  test("says how late a card is", () => {
    const late = makeCard(1, {
      deadline: "2026-05-01",
      person: "Alice Chen",
      owner: "a@b.example",
    });
    render(board({ moveAction: makeDoor().moveAction, cards: [late] }));
    expect(cardOf(1).textContent).toContain("1 May 2026, 3 days late");
    expect(cardOf(1).textContent).toContain("Alice Chen");
  });

  test("moves a card by keyboard at once, keeps the focus on it and says where it went", async () => {
    const user = setup();
    const door = makeDoor();
    const { rerender } = render(board(door));
    await user.tab();
    expect(document.activeElement).toBe(cardOf(1));

    await user.keyboard("{Alt>}{ArrowRight}{/Alt}");

    expect(titlesIn("In progress")).toEqual(["Card 1"]);
    expect(document.activeElement).toBe(cardOf(1));
    expect(status()).toBe("AI-1 moved to In progress, position 1 of 1");
    const move = { id: 1, to: "in_progress", index: Number.MAX_SAFE_INTEGER } as const;
    expect(door.calls).toEqual([[{ ...move, from: "open" }]]);

    await act(async () => rerender(board({ ...door, cards: moveCard(cards, move) })));
    await door.answer({ ok: true });
    expect(titlesIn("In progress")).toEqual(["Card 1"]);
    expect(document.activeElement).toBe(cardOf(1));
  });

  test("puts a card back when the door says no, with the reason", async () => {
    const user = setup();
    const door = makeDoor();
    render(board(door));
    await user.tab();
    await user.keyboard("{Alt>}{ArrowDown}{/Alt}");
    expect(titlesIn("Open")).toEqual(["Card 2", "Card 1"]);

    await door.answer({ ok: false, error: "Someone deleted this action item." });

    expect(titlesIn("Open")).toEqual(["Card 1", "Card 2"]);
    expect(screen.getByRole("alert").textContent).toBe(
      "Someone deleted this action item. AI-1 stays in Open.",
    );
    expect(status()).toBe("");
    expect(document.activeElement).toBe(cardOf(1));
  });

  test("puts a card back when the portal cannot be reached", async () => {
    const user = setup();
    const moveAction = vi.fn(() => Promise.reject(new Error("offline")));
    render(board({ moveAction: moveAction as unknown as MoveAction }));
    await user.tab();
    await user.keyboard("{Alt>}{ArrowRight}{/Alt}");
    await act(async () => {});
    expect(screen.getByRole("alert").textContent).toContain("Could not save the move.");
    expect(titlesIn("Open")).toEqual(["Card 1", "Card 2"]);
  });

  test("goes from card to card with the arrows", async () => {
    const user = setup();
    render(board(makeDoor()));
    await user.tab();
    await user.keyboard("{ArrowDown}");
    expect(document.activeElement).toBe(cardOf(2));
    await user.keyboard("{ArrowRight}");
    expect(document.activeElement).toBe(cardOf(3));
    expect(cardOf(3).tabIndex).toBe(0);
    expect(cardOf(1).tabIndex).toBe(-1);
    await user.keyboard("{ArrowRight}");
    expect(document.activeElement).toBe(cardOf(3));
  });

  test("opens the move menu with M, leaves it with Escape, and moves by it", async () => {
    const user = setup();
    const door = makeDoor();
    render(board(door));
    await user.tab();
    await user.keyboard("m");
    const column = () => within(cardOf(1)).getByLabelText("Column");
    expect(document.activeElement).toBe(column());
    await user.keyboard("{Escape}");
    expect(document.activeElement).toBe(cardOf(1));

    await user.keyboard("m");
    await user.selectOptions(column(), "In review");
    fireEvent.change(within(cardOf(1)).getByLabelText("Place"), { target: { value: "2" } });
    await user.click(within(cardOf(1)).getByRole("button", { name: "Move card" }));

    expect(titlesIn("In review")).toEqual(["Card 3", "Card 1"]);
    expect(door.calls).toEqual([[{ id: 1, from: "open", to: "in_review", index: 1 }]]);
    expect(document.activeElement).toBe(cardOf(1));
    await door.answer({ ok: true });
  });

  test("takes a move back to the letter, for eight seconds", async () => {
    const user = setup();
    const door = makeDoor();
    const { rerender } = render(board(door));
    await user.tab();
    await user.keyboard("{ArrowDown}{Alt>}{ArrowRight}{/Alt}");
    const moved = moveCard(cards, { id: 2, to: "in_progress", index: 0 });
    await act(async () => rerender(board({ ...door, cards: moved })));
    await door.answer({ ok: true });

    await user.click(screen.getByRole("button", { name: "Undo" }));
    const back = { id: 2, from: "in_progress", to: "open", index: 1, word: "blocked" };
    expect(door.calls[1]).toEqual([{ ...back, isUndo: true }]);
    expect(status()).toBe("AI-2 moved back to Open, position 2 of 2");
    expect(screen.queryByRole("button", { name: "Undo" })).toBeNull();
    expect(document.activeElement).toBe(cardOf(2));

    await door.answer({ ok: true });
    await act(async () => vi.advanceTimersByTime(8000));
    expect(status()).toBe("");
  });

  test("asks for proof before a card comes to Done, and leaves it where it was without", async () => {
    const user = setup();
    const door = makeDoor();
    render(board(door));
    await user.tab();
    await user.keyboard("{Alt>}{ArrowRight}{/Alt}");
    await door.answer({ ok: true });
    await user.keyboard("m");
    await user.selectOptions(within(cardOf(1)).getByLabelText("Column"), "Done");
    await user.click(within(cardOf(1)).getByRole("button", { name: "Move card" }));

    const dialog = screen.getByRole("dialog", { name: "Move AI-1 to Done" });
    await user.click(within(dialog).getByRole("button", { name: "Cancel" }));

    await act(async () => vi.advanceTimersByTime(10));
    expect(screen.queryByRole("dialog")).toBeNull();
    expect(titlesIn("Done")).toEqual([]);
    expect(door.calls).toHaveLength(1);
    expect(document.activeElement).toBe(cardOf(1));
  });

  test("moves a card to Done with what was said, and keeps it where the door says no", async () => {
    const user = setup();
    const door = makeDoor();
    render(board(door));
    await user.tab();
    await user.keyboard("{ArrowRight}{Alt>}{ArrowRight}{/Alt}");
    const dialog = () => screen.getByRole("dialog", { name: "Move AI-3 to Done" });
    const send = () => user.click(within(dialog()).getByRole("button", { name: "Move card" }));

    await send();
    expect(dialog().textContent).toContain("Say what proves it: a link, a test or a figure.");
    await user.selectOptions(within(dialog()).getByLabelText("Proven by"), "Test");
    await user.type(within(dialog()).getByLabelText("Evidence"), "pool.test.ts");
    await send();

    expect(screen.queryByRole("dialog")).toBeNull();
    expect(titlesIn("Done")).toEqual(["Card 3"]);
    expect(door.calls[0]).toEqual([
      {
        id: 3,
        from: "in_review",
        to: "done",
        index: Number.MAX_SAFE_INTEGER,
        evidenceKind: "test",
        evidence: "pool.test.ts",
        reason: undefined,
      },
    ]);

    await door.answer({ ok: false, error: "You are signed out." });
    expect(within(dialog()).getByLabelText<HTMLTextAreaElement>("Evidence").value).toBe(
      "pool.test.ts",
    );
    expect(dialog().textContent).toContain("You are signed out. AI-3 stays in In review.");
    await user.keyboard("{Escape}");
    expect(titlesIn("In review")).toEqual(["Card 3"]);
  });

  test("says what somebody else did meanwhile, and asks for the board anew", async () => {
    const user = setup();
    const door = makeDoor();
    render(board(door));
    await user.tab();
    await user.keyboard("{Alt>}{ArrowRight}{/Alt}");

    const error = "Ada moved “Card 1” to In review meanwhile.";
    await door.answer({ ok: false, error, conflict: {} });

    expect(screen.getByRole("alert").textContent).toBe(error);
    expect(refresh).toHaveBeenCalled();
    expect(titlesIn("Open")).toEqual(["Card 1", "Card 2"]);
  });

  test("begins with the first cards of a long column, and has all of them to be printed", async () => {
    const many = Array.from({ length: 60 }, (_, i) => makeCard(i + 1, { position: i }));
    render(board({ ...makeDoor(), cards: many }));
    expect(screen.getByRole("heading", { level: 2, name: "Open 60" })).toBeTruthy();
    expect(titlesIn("Open")).toHaveLength(10);

    act(() => void window.dispatchEvent(new Event("beforeprint")));

    expect(titlesIn("Open")).toHaveLength(60);
  });

  test("shows a form in a card's place", () => {
    const editor = { id: 1, form: <form aria-label="Edit AI-1" /> };
    render(board({ ...makeDoor(), editor }));
    expect(screen.getByRole("form", { name: "Edit AI-1" })).toBeTruthy();
  });

  test("gives those who may not change anything no controls", async () => {
    const user = setup();
    const door = makeDoor();
    const { container } = render(board({ ...door, canMove: false, editPath: undefined }));
    expect(container.querySelectorAll("form, button, summary, [data-edit]")).toHaveLength(0);
    await user.tab();
    await user.keyboard("m{Alt>}{ArrowRight}{/Alt}");
    expect(door.calls).toEqual([]);
    expect(document.activeElement).toBe(cardOf(1));
  });
});
