// @vitest-environment happy-dom
import { cleanup, render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, describe, expect, test, vi } from "vitest";
import { Importer } from "@/components/import/importer";
import type { ImportPreview } from "@/lib/record/summary";

afterEach(cleanup);

function makePreview(overrides: Partial<ImportPreview> = {}): ImportPreview {
  return {
    state: "new",
    differences: [],
    summary: {
      key: "INC-2024-0142",
      title: "Payment Service Degradation",
      severity: "SEV1",
      status: "resolved",
      counts: { events: 18, communications: 5, actionItems: 5, participants: 4 },
      sections: ["impact"],
      publishable: 4,
    },
    ...overrides,
  };
}

const file = new File(["{}"], "incident.json", { type: "application/json" });

/** The importer after a file was chosen, with actions that answer as given. */
async function chooseFile(answer: { preview: ImportPreview } | { problems: string[] }) {
  const previewAction = vi.fn(async (_: unknown, form: FormData) => {
    return { ok: true, data: answer, sent: form } as const;
  });
  const importAction = vi.fn(async (_: unknown, form: FormData) => {
    return { ok: false, error: "It changed meanwhile.", sent: form } as const;
  });
  render(<Importer previewAction={previewAction} importAction={importAction} />);
  await userEvent.upload(screen.getByLabelText("Incident record"), file);
  await screen.findByRole("status");
  return { previewAction, importAction };
}

describe("Importer", () => {
  test("asks what a file holds as soon as it is chosen, without carrying its text", async () => {
    const { previewAction } = await chooseFile({ preview: makePreview() });
    const form = previewAction.mock.calls[0]?.[1];
    expect(form?.get("file")).toBe(file);
    expect(form?.has("carry")).toBe(false);
    const held = await screen.findByRole("region", { name: "What the file holds" });
    expect(held.textContent).toContain("Events18");
    expect(held.textContent).toContain("This incident is not stored yet.");
  });

  test("imports the same file, publishing only when the box is checked", async () => {
    const { importAction } = await chooseFile({ preview: makePreview() });
    const publish = screen.getByLabelText("Publish its 4 external status-page messages");
    expect(publish).toHaveProperty("checked", false);
    await userEvent.click(screen.getByRole("button", { name: "Import INC-2024-0142" }));
    await userEvent.click(publish);
    await userEvent.click(screen.getByRole("button", { name: "Import INC-2024-0142" }));
    const forms = importAction.mock.calls.map(([, form]) => form);
    expect(forms.map((form) => form.get("file"))).toEqual([file, file]);
    expect(forms.map((form) => form.get("publish"))).toEqual([null, "on"]);
    expect(forms.map((form) => form.get("replace"))).toEqual([null, null]);
    expect(screen.getByRole("alert").textContent).toContain("It changed meanwhile.");
  });

  test("lists every problem of a refused file and offers no import", async () => {
    const problems = ["incident.title: is missing", 'events[3].timestamp: "yesterday" is not …'];
    await chooseFile({ problems });
    const list = screen.getByRole("region", { name: "Problems" });
    expect(
      within(list)
        .getAllByRole("listitem")
        .map((item) => item.textContent),
    ).toEqual(problems);
    expect(screen.queryByRole("button", { name: /^Import/ })).toBeNull();
  });

  test("shows what differs and asks whether to replace", async () => {
    const differences = ['incident.title: "A" → "B"', "events: 2 added, 1 removed"];
    const { importAction } = await chooseFile({
      preview: makePreview({ state: "differs", differences }),
    });
    const list = screen.getByRole("region", { name: "Differences" });
    expect(
      within(list)
        .getAllByRole("listitem")
        .map((item) => item.textContent),
    ).toEqual(differences);
    await userEvent.click(screen.getByRole("button", { name: "Replace INC-2024-0142" }));
    expect(importAction.mock.calls[0]?.[1].get("replace")).toBe("on");
  });

  test("offers nothing where the same content is stored", async () => {
    await chooseFile({ preview: makePreview({ state: "unchanged" }) });
    expect(screen.getByRole("status").textContent).toContain("There is nothing to import.");
    expect(screen.queryByRole("button", { name: /INC-2024-0142/ })).toBeNull();
  });

  test("refuses a file that is too large without sending it", async () => {
    const { previewAction } = await chooseFile({ preview: makePreview() });
    const large = new File([new Uint8Array(10 * 1024 * 1024 + 1)], "large.json");
    await userEvent.upload(screen.getByLabelText("Incident record"), large, { applyAccept: false });
    expect(screen.getByRole("status").textContent).toContain("a record has at most 10,485,760");
    expect(previewAction).toHaveBeenCalledTimes(1);
  });
});
