// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { renderToStaticMarkup } from "react-dom/server";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { drawingOf, type Drawing } from "@/components/incidents/drawing/drawing";
import { IncidentDrawing } from "@/components/incidents/drawing/incident-drawing";
import { makeEntry, makeMessage, makePromise, makeSources } from "../../support/make-drawing";
import { clockMs } from "../../support/make-timeline";

const TIMELINE = [
  makeEntry("10:00", { seq: 1, type: "trigger", metadata: { error_rate: 4 } }),
  makeEntry("10:20", { seq: 2, type: "mitigation", isDecision: true }),
  makeEntry("10:50", { seq: 3, type: "resolution" }),
];
const MESSAGES = [
  makeMessage("10:25", {
    seq: 1,
    promises: [makePromise("10:25", "10:30", { state: "missed", lateMinutes: 20 })],
  }),
  makeMessage("10:50", { seq: 2, message: "Resolved." }),
];

function drawn(overrides: Parameters<typeof makeSources>[0] = {}): Drawing {
  const sources = makeSources({ timeline: TIMELINE, messages: MESSAGES, ...overrides });
  const drawing = drawingOf(sources, clockMs("11:00"));
  if (!drawing) throw new Error("There is nothing to draw.");
  return drawing;
}

const caption = () => document.querySelector("[data-caption]")?.textContent;
const focused = () => document.activeElement?.getAttribute("aria-label");
const lane = (name: string) => screen.getByRole("group", { name });

/** Presses keys one after the other and answers what has the focus after each. */
async function walk(...keys: string[]) {
  const reached = [];
  for (const key of keys) {
    await userEvent.keyboard(`{${key}}`);
    reached.push(focused());
  }
  return reached;
}

const TRIGGER = "10:00 Trigger: Something";
const MITIGATION = "10:20 Mitigation, decision point: Something";
const RESOLUTION = "10:50 Resolution: Something";
const MISSED =
  "10:25 Status page update: next update promised in 5 min, missed by 20 min. We are looking into it.";

afterEach(cleanup);

describe("the drawing's marks", () => {
  test("are one tab stop, and what follows is the table", async () => {
    render(<IncidentDrawing drawing={drawn()} />);
    await userEvent.tab();
    expect(focused()).toBe(TRIGGER);
    await userEvent.tab();
    expect(document.activeElement?.textContent).toBe("Show as table");
  });

  test("are walked in time, from end to end", async () => {
    render(<IncidentDrawing drawing={drawn()} />);
    await userEvent.tab();
    expect(
      await walk("ArrowRight", "ArrowRight", "ArrowRight", "ArrowLeft", "Home", "End"),
    ).toEqual([MITIGATION, RESOLUTION, RESOLUTION, MITIGATION, TRIGGER, RESOLUTION]);
  });

  test("are walked between lanes to what is nearest in time", async () => {
    render(<IncidentDrawing drawing={drawn()} />);
    await userEvent.tab();
    expect(await walk("ArrowRight", "ArrowDown", "ArrowDown", "ArrowDown", "ArrowUp")).toEqual([
      MITIGATION,
      MISSED,
      "10:00 Error rate 4 %",
      "10:00 Error rate 4 %",
      MISSED,
    ]);
  });

  test("are named below while they have the focus, and afterwards", async () => {
    render(<IncidentDrawing drawing={drawn()} />);
    expect(caption()).toContain("tab to the drawing");
    await userEvent.tab();
    await walk("ArrowDown");
    expect(caption()).toContain(MISSED);
    await userEvent.tab();
    expect(caption()).toContain(MISSED);
    await userEvent.tab({ shift: true });
    expect(focused()).toBe(MISSED);
  });

  test("are left with Escape, towards what follows", async () => {
    render(<IncidentDrawing drawing={drawn()} />);
    await userEvent.tab();
    await userEvent.keyboard("{Escape}");
    expect(document.activeElement?.textContent).toBe("Show as table");
  });

  test("leave keys with Ctrl, and letters, to others", async () => {
    render(<IncidentDrawing drawing={drawn()} />);
    await userEvent.tab();
    await userEvent.keyboard("{Control>}{ArrowRight}{/Control}x");
    expect(focused()).toBe(TRIGGER);
  });

  test("keep the focus while the incident goes on", async () => {
    const { rerender } = render(<IncidentDrawing drawing={drawn()} />);
    await userEvent.tab();
    await walk("ArrowRight");
    const more = [makeEntry("09:50", { seq: 9 }), ...TIMELINE];
    rerender(<IncidentDrawing drawing={drawn({ timeline: more })} />);
    expect(focused()).toBe(MITIGATION);
    expect(await walk("Home")).toEqual(["09:50 Investigation: Something"]);
  });

  test("lead to their rows", () => {
    render(<IncidentDrawing drawing={drawn()} />);
    expect(screen.getByRole("link", { name: MITIGATION }).getAttribute("href")).toBe("#e-2");
    expect(screen.getByRole("link", { name: MISSED }).getAttribute("href")).toBe("#c-1");
  });
});

describe("a pointer", () => {
  const assign = vi.fn();

  beforeEach(() => {
    vi.spyOn(Element.prototype, "getBoundingClientRect").mockReturnValue(
      new DOMRect(0, 0, 500, 30),
    );
    vi.spyOn(location, "assign").mockImplementation(assign);
  });
  afterEach(() => {
    vi.restoreAllMocks();
    assign.mockReset();
  });

  const mouse = { pointerType: "mouse" };
  const finger = { pointerType: "touch" };

  test("names the mark that it is near, until it goes", () => {
    render(<IncidentDrawing drawing={drawn()} />);
    fireEvent.pointerMove(lane("Events"), { ...mouse, clientX: 205 });
    expect(caption()).toContain(MITIGATION);
    fireEvent.pointerMove(lane("Events"), { ...mouse, clientX: 300 });
    expect(caption()).toContain("tab to the drawing");
    fireEvent.pointerMove(lane("Events"), { ...mouse, clientX: 2 });
    fireEvent.pointerLeave(lane("Events"), mouse);
    expect(caption()).toContain("tab to the drawing");
  });

  test("goes to the row of the mark that is named", () => {
    render(<IncidentDrawing drawing={drawn()} />);
    fireEvent.pointerDown(lane("Events"), { ...mouse, clientX: 205 });
    fireEvent.click(lane("Events"), { clientX: 205, detail: 1 });
    expect(assign).toHaveBeenCalledExactlyOnceWith("#e-2");
  });

  test("goes nowhere beside all marks, or with a key of the browser's own", () => {
    render(<IncidentDrawing drawing={drawn()} />);
    fireEvent.click(lane("Events"), { clientX: 300, detail: 1 });
    fireEvent.click(lane("Events"), { clientX: 205, detail: 1, ctrlKey: true });
    expect(assign).not.toHaveBeenCalled();
  });

  test("of a finger has the mark named first, and goes there at the second touch", () => {
    render(<IncidentDrawing drawing={drawn()} />);
    const touch = () => {
      fireEvent.pointerDown(lane("Events"), { ...finger, clientX: 205 });
      fireEvent.click(lane("Events"), { clientX: 205, detail: 1 });
      fireEvent.pointerLeave(lane("Events"), finger);
    };
    touch();
    expect(caption()).toContain(MITIGATION);
    expect(assign).not.toHaveBeenCalled();
    touch();
    expect(assign).toHaveBeenCalledExactlyOnceWith("#e-2");
  });

  test("means nothing in a lane without a width", () => {
    vi.mocked(Element.prototype.getBoundingClientRect).mockReturnValue(new DOMRect(0, 0, 0, 0));
    render(<IncidentDrawing drawing={drawn()} />);
    fireEvent.click(lane("Events"), { clientX: 0, detail: 1 });
    expect(assign).not.toHaveBeenCalled();
  });
});

describe("the table", () => {
  test("says the same as the drawing, lane by lane", () => {
    render(<IncidentDrawing drawing={drawn()} />);
    const table = screen.getByRole("table", { hidden: true });
    const rows = within(table).getAllByRole("row", { hidden: true });
    expect(rows.map(({ textContent }) => textContent)).toEqual([
      "When (UTC)What",
      "Events",
      "10:00Trigger: Something",
      "10:20Mitigation, decision point: Something",
      "10:50Resolution: Something",
      "Public messages",
      "10:25Status page update: next update promised in 5 min, missed by 20 min. We are looking into it.",
      "10:50Status page update: Resolved.",
      "Error rate",
      "10:00Error rate 4 %",
    ]);
  });
});

describe("without scripts", () => {
  test("every mark is a link that a keyboard reaches", () => {
    const html = renderToStaticMarkup(<IncidentDrawing drawing={drawn()} />);
    expect(html).not.toContain("tabindex");
    expect(html).not.toContain("style=");
    expect(html).toContain(`href="#e-2" aria-label="${MITIGATION}"`);
  });
});

describe("a long incident", () => {
  const at = (index: number) => clockMs("10:00") + index * 30_000;
  const timeline = Array.from({ length: 10_000 }, (_, index) =>
    makeEntry("10:00", {
      seq: index + 1,
      at: at(index),
      type: ["investigation", "mitigation", "dns_lookup"][index % 3] ?? null,
      isDecision: index % 3 === 1,
      metadata: { error_rate: index % 100 },
    }),
  );

  test("of 10,000 events takes less than 100 kB", () => {
    const html = renderToStaticMarkup(<IncidentDrawing drawing={drawn({ timeline })} />);
    expect(html.length).toBeLessThan(100_000);
  });

  test("shows where its scale is broken", () => {
    const later = makeEntry("10:00", { seq: 9, at: clockMs("10:00") + 3 * 24 * 3_600_000 });
    render(<IncidentDrawing drawing={drawn({ timeline: [...TIMELINE, later] })} />);
    expect(screen.getByText("break: 2 d 23 h")).toBeDefined();
    expect(
      screen.getByText(/^Drawn shorter than to scale: 5 Jan, 10:50–8 Jan, 10:00/),
    ).toBeDefined();
  });

  test("that runs shows what time it is", () => {
    render(<IncidentDrawing drawing={drawn({ isOver: false })} />);
    expect(screen.getByText("Now 11:00")).toBeDefined();
  });
});
