// @vitest-environment happy-dom
import { act, cleanup, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, describe, expect, test } from "vitest";
import { useForm, type FormAction } from "@/components/form/use-form";
import type { ActionResult } from "@/lib/action";

afterEach(cleanup);

function NoteForm({ action }: { action: FormAction }) {
  const { form, attempt, values } = useForm(action);
  return (
    <form key={attempt} {...form}>
      <textarea name="note" aria-label="Note" defaultValue={values.note} />
      <input type="hidden" name="seen" value={`version ${attempt}`} readOnly />
      <button type="submit">Send</button>
    </form>
  );
}

/** An action that answers when the test says so. */
function slowAction() {
  let answer: (result: ActionResult) => void = () => undefined;
  const action: FormAction = () => new Promise((resolve) => (answer = resolve));
  return { action, answer: (result: ActionResult) => act(async () => answer(result)) };
}

const note = () => screen.getByLabelText("Note");
const send = () => userEvent.click(screen.getByRole("button", { name: "Send" }));

describe("useForm", () => {
  test("empties the fields after a success", async () => {
    const { action, answer } = slowAction();
    render(<NoteForm action={action} />);
    await userEvent.type(note(), "Pool is full");
    await send();
    await answer({ ok: true, data: undefined });
    expect(note()).toHaveProperty("value", "");
  });

  test("keeps what was typed while the form was on its way", async () => {
    const { action, answer } = slowAction();
    render(<NoteForm action={action} />);
    await userEvent.type(note(), "Pool is full");
    await send();
    await userEvent.type(note(), ", restarting");
    await answer({ ok: true, data: undefined });
    expect(note()).toHaveProperty("value", "Pool is full, restarting");

    await send();
    await answer({ ok: true, data: undefined });
    expect(note()).toHaveProperty("value", "");
  });

  test("keeps the fields as they are after a refusal", async () => {
    const { action, answer } = slowAction();
    render(<NoteForm action={action} />);
    await userEvent.type(note(), "Pool is full");
    await send();
    await userEvent.type(note(), ", restarting");
    await answer({ ok: false, error: "No." });
    expect(note()).toHaveProperty("value", "Pool is full, restarting");
  });
});
