// @vitest-environment happy-dom
import { cleanup, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, describe, expect, test, vi } from "vitest";
import type { EditAction, EditorState } from "@/components/postmortems/editor-state";
import { PostmortemEditor } from "@/components/postmortems/postmortem-editor";

afterEach(cleanup);

const events = [{ seq: 9, at: Date.UTC(2024, 0, 15, 14, 40), description: "Resized the pool" }];

function open(action: EditAction) {
  render(
    <PostmortemEditor
      incidentKey="INC-2024-0142"
      start={{ body: "## Summary\n", version: 3 }}
      events={events}
      action={action}
      note="Saved by Ada"
    >
      <p>History</p>
    </PostmortemEditor>,
  );
  return { field: screen.getByLabelText<HTMLTextAreaElement>("Text, in Markdown") };
}

const answering = (state: EditorState) =>
  vi.fn<EditAction>(async () => ({ ok: true, data: state }));

describe("PostmortemEditor", () => {
  test("sends the text with the version that it started from", async () => {
    const action = answering({
      kind: "saved",
      body: "## Summary\nMore",
      version: 4,
      updatedBy: "Grace",
      updatedAt: 0,
    });
    const { field } = open(action);

    await userEvent.type(field, "More");
    await userEvent.click(screen.getByRole("button", { name: "Save" }));

    await screen.findByText(/by Grace/);
    const form = action.mock.calls[0]?.[1];
    expect(form?.get("body")).toBe("## Summary\nMore");
    expect(form?.get("version")).toBe("3");
    expect(field.form?.elements.namedItem("version")).toHaveProperty("value", "4");
  });

  test("shows what others wrote meanwhile, and goes on from there", async () => {
    const saved = { version: 5, updatedBy: "Grace", updatedAt: 0 };
    const body = "Theirs\n## Summary\nMore";
    const action = answering({ kind: "saved", body, ...saved });
    const { field } = open(action);

    await userEvent.type(field, "More");
    await userEvent.click(screen.getByRole("button", { name: "Save" }));

    await screen.findByText(/by Grace/);
    expect(action.mock.calls[0]?.[1].get("base")).toBe("## Summary\n");
    expect(field.value).toBe(body);
    expect(field.form?.elements.namedItem("base")).toHaveProperty("value", body);
  });

  test("keeps the text when the connection breaks", async () => {
    const { field } = open(() => Promise.reject(new TypeError("Failed to fetch")));

    await userEvent.type(field, "More");
    await userEvent.click(screen.getByRole("button", { name: "Save" }));

    expect((await screen.findByRole("alert")).textContent).toBe(
      "Could not save. Your text is kept here. Try again.",
    );
    expect(field.value).toBe("## Summary\nMore");
    expect(screen.getByRole("status").textContent).toBe("Not saved yet");
  });

  test("puts a link to an event where the text is being written", async () => {
    const { field } = open(answering({ kind: "write", body: "", version: 3 }));
    field.setSelectionRange(10, 10);

    await userEvent.click(screen.getByRole("button", { name: "Cite 14:40, Resized the pool" }));

    expect(field.value).toBe("## Summary([14:40](/incidents/INC-2024-0142#e-9))\n");
  });

  test("shows both texts of a conflict and saves what is chosen over theirs", async () => {
    const theirs = { body: "Theirs\n", version: 7, updatedBy: "Ada", updatedAt: 0 };
    const action = answering({ kind: "conflict", mine: "Mine\n", theirs });
    open(action);
    await userEvent.click(screen.getByRole("button", { name: "Save" }));

    await screen.findByText("Ada saved this postmortem while you were writing.");
    expect(screen.getByLabelText("Text: Theirs, by Ada").textContent).toBe("Theirs\n");
    expect(screen.getByLabelText("Text: Yours").textContent).toBe("Mine\n");
    expect(screen.getByLabelText("Both together, to edit and save")).toHaveProperty(
      "value",
      "Mine\n",
    );

    await userEvent.click(screen.getByRole("button", { name: "Keep mine (save over theirs)" }));
    const form = action.mock.calls[1]?.[1];
    const sent = ["intent", "body", "version", "base"].map((name) => form?.get(name));
    expect(sent).toEqual(["save", "Mine\n", "7", "Theirs\n"]);
  });

  test("takes theirs into the field without sending anything", async () => {
    const theirs = { body: "Theirs\n", version: 7, updatedBy: "Ada", updatedAt: 0 };
    const action = answering({ kind: "conflict", mine: "Mine\n", theirs });
    open(action);
    await userEvent.click(screen.getByRole("button", { name: "Save" }));

    await userEvent.click(await screen.findByRole("button", { name: "Take theirs" }));

    expect(screen.getByLabelText("Text, in Markdown")).toHaveProperty("value", "Theirs\n");
    expect(action).toHaveBeenCalledTimes(1);
  });
});
