// @vitest-environment happy-dom
import { cleanup, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, describe, expect, test, vi } from "vitest";
import { TemplateEditor } from "@/components/postmortems/templates/template-editor";
import type { TemplateAction } from "@/components/postmortems/templates/template-state";
import { SHORT } from "@/lib/domain/built-in-templates";
import { templateForm } from "@/lib/template-fields";
import { formFields } from "@/lib/form";

afterEach(cleanup);

function open(isBuiltIn = true) {
  const action = vi.fn<TemplateAction>(async () => ({ ok: true, data: undefined }));
  render(
    <TemplateEditor template={{ ...SHORT, version: 3 }} isBuiltIn={isBuiltIn} action={action} />,
  );
  return action;
}

const titles = () =>
  screen.getAllByLabelText<HTMLInputElement>(/^Title of section/).map(({ value }) => value);
const press = async (name: string) => userEvent.click(await screen.findByRole("button", { name }));

/** What the form sent last, as the server reads it. */
const sentBy = (action: ReturnType<typeof open>) =>
  templateForm.parse(formFields(action.mock.calls.at(-1)?.[1] ?? new FormData()));

describe("TemplateEditor", () => {
  test("sends the sections as they stand, with the version that was seen", async () => {
    const action = open();
    await press("Save Short");
    expect(sentBy(action)).toEqual({ ...SHORT, template: "Short", version: 3, intent: "save" });
  });

  test("moves sections at once, keeps the focus on the button, and tells where they are", async () => {
    const action = open();
    await press("Move Impact up");
    expect(titles().slice(0, 2)).toEqual(["Impact", "Summary"]);
    expect(document.activeElement?.getAttribute("aria-label")).toBe("Move Impact up");
    expect(screen.getByRole("status").textContent).toBe("Impact is section 1 of 5.");
    await press("Move Impact up");
    await press("Move Impact down");
    expect(screen.getByRole("status").textContent).toBe("Impact is section 2 of 5.");
    expect(action).not.toHaveBeenCalled();
  });

  test("adds and removes sections, with the focus where one goes on", async () => {
    open();
    await press("Remove What we learned");
    expect(document.activeElement?.getAttribute("aria-label")).toBe("Remove Action items");
    await press("Add a section");
    await userEvent.keyboard("More");
    expect(titles()).toEqual(["Summary", "Impact", "Root cause", "Action items", "More"]);
  });

  test("saves with Enter, and does not press the first button", async () => {
    const action = open(false);
    await userEvent.clear(screen.getByLabelText("Name"));
    await userEvent.type(screen.getByLabelText("Name"), "Brief{Enter}");
    expect(sentBy(action)).toMatchObject({ name: "Brief", intent: "save" });
    expect(titles()[0]).toBe("Summary");
  });

  test("keeps what was typed after a conflict, and saves over it when asked again", async () => {
    const action = open();
    const error = "Ada changed Short meanwhile.";
    action.mockResolvedValueOnce({ ok: false, error, conflict: { version: 4 } });
    await userEvent.type(screen.getByLabelText("Title of section 1"), "!");
    await press("Save Short");
    await screen.findByText(error);
    expect(titles()[0]).toBe("Summary!");
    await press("Save Short");
    expect(sentBy(action)).toMatchObject({ version: 4 });
  });
});
