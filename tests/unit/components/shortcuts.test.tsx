// @vitest-environment happy-dom
import { act, cleanup, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, describe, expect, test, vi } from "vitest";
import { Shortcuts } from "@/components/shell/shortcuts";

const push = vi.fn();
vi.mock("next/navigation", () => ({ useRouter: () => ({ push }) }));

afterEach(() => {
  cleanup();
  localStorage.clear();
  vi.restoreAllMocks();
  push.mockReset();
});

function show({ canDeclare = true } = {}) {
  render(
    <>
      <Shortcuts canDeclare={canDeclare} />
      <input aria-label="Search" aria-keyshortcuts="/" />
      <a href="#one" data-row>
        One
      </a>
      <a href="#two" data-row>
        Two
      </a>
    </>,
  );
}

describe("a key", () => {
  test("declares an incident", async () => {
    show();
    await userEvent.keyboard("c");
    expect(push).toHaveBeenCalledWith("/incidents/new");
  });

  test("does not, for someone who may not declare", async () => {
    show({ canDeclare: false });
    await userEvent.keyboard("c");
    expect(push).not.toHaveBeenCalled();
  });

  test("leads elsewhere after G", async () => {
    show();
    await userEvent.keyboard("gb");
    expect(push).toHaveBeenCalledExactlyOnceWith("/actions");
  });

  test("focuses the field that names it", async () => {
    show();
    await userEvent.keyboard("/");
    expect(document.activeElement).toBe(screen.getByLabelText("Search"));
  });

  test("is a letter like any other in a field", async () => {
    show();
    await userEvent.type(screen.getByLabelText("Search"), "c?j");
    expect(screen.getByLabelText("Search")).toHaveProperty("value", "c?j");
    expect(push).not.toHaveBeenCalled();
  });

  test("rests together with Ctrl", async () => {
    show();
    await userEvent.keyboard("{Control>}c{/Control}");
    expect(push).not.toHaveBeenCalled();
  });

  test("moves along the rows and stops at their ends", async () => {
    show();
    const reached = [];
    for (const key of "jjjkk") {
      await userEvent.keyboard(key);
      reached.push(document.activeElement?.textContent);
    }
    expect(reached).toEqual(["One", "Two", "Two", "One", "One"]);
  });
});

describe("the help", () => {
  test("opens with a question mark and switches single letters off", async () => {
    show();
    await userEvent.keyboard("?");
    await userEvent.click(screen.getByRole("checkbox", { name: /single-letter/ }));
    await userEvent.keyboard("{Escape}");
    await userEvent.keyboard("c?");
    expect(push).not.toHaveBeenCalled();
    expect(screen.queryByRole("dialog")).toBeNull();
  });

  test("follows what another tab has set", async () => {
    show();
    act(() => {
      localStorage.setItem("muster-shortcuts", "off");
      window.dispatchEvent(new Event("storage"));
    });
    await userEvent.keyboard("c");
    expect(push).not.toHaveBeenCalled();
  });
});
