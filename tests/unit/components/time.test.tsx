// @vitest-environment happy-dom
import { cleanup, render, screen } from "@testing-library/react";
import { renderToString } from "react-dom/server";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { NextUpdateChip } from "@/components/incidents/list/next-update-chip";
import { Time } from "@/components/time";

const at = Date.UTC(2024, 0, 15, 14, 15);
const MINUTE = 60_000;

beforeEach(() => {
  vi.useFakeTimers({ now: at + 12 * MINUTE });
});

afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

describe("Time", () => {
  test("is printed in UTC by the server, with its machine's form", () => {
    const html = renderToString(<Time at={at} show="age" />);
    expect(html).toContain("15 Jan 2024, 14:15 UTC");
    expect(html).toMatch(/datetime="2024-01-15T14:15:00Z"/i);
  });

  test("becomes an age in the browser", () => {
    render(<Time at={at} show="age" />);
    expect(screen.getByText("12 min ago").tagName).toBe("TIME");
  });

  test("may be a time of day alone", () => {
    render(<Time at={at} show="time" />);
    expect(screen.getByText("14:15").getAttribute("title")).toBe("2024-01-15T14:15:00Z");
  });
});

describe("NextUpdateChip", () => {
  test.each([
    [20, "due 14:35 UTC"],
    [16, "due in 5 min"],
    [12, "due in 1 min"],
    [6, "overdue by 6 min"],
    [-2880, "overdue by more than a day"],
  ])("says of an update due at minute %d, in minute 12: %s", (minute, text) => {
    const { container } = render(<NextUpdateChip dueAt={at + minute * MINUTE} />);
    expect(container.textContent).toContain(text);
  });
});
