// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { BlamelessCard } from "@/components/postmortems/review/blameless-card";
import "@/lib/domain/blameless";

const TEXT = "## Summary\n\nAll was calm.\n\n## Cause\n\nAlice broke it, and it was careless.\n";

beforeEach(() => vi.useFakeTimers());
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

const rest = () => act(() => vi.advanceTimersByTimeAsync(5000));

describe("the card of blameless words", () => {
  test("looks once the writing has rested, and leads to the words", async () => {
    const onJump = vi.fn();
    const names = ["Alice Chen"];
    const { rerender } = render(<BlamelessCard text={TEXT} names={names} onJump={onJump} />);
    expect(screen.getByText("Looks once you have stopped writing.")).toBeTruthy();
    await rest();
    expect(screen.getByText("2 to look at")).toBeTruthy();
    fireEvent.click(screen.getByRole("button", { name: "“careless”" }));
    const at = TEXT.indexOf("careless");
    expect(onJump).toHaveBeenCalledWith(expect.objectContaining({ from: at, to: at + 8 }));

    rerender(
      <BlamelessCard
        text={TEXT.replace("Alice", "Alarm")}
        names={["Alice Chen"]}
        onJump={onJump}
      />,
    );
    expect(screen.getByText("2 to look at")).toBeTruthy();
    await rest();
    expect(screen.getByText("1 to look at")).toBeTruthy();
  });

  test("says when there is nothing", async () => {
    render(<BlamelessCard text="All was calm." />);
    await rest();
    expect(screen.getByText("No words that blame.")).toBeTruthy();
  });
});
