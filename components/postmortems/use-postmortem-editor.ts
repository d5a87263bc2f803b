"use client";

import { useActionState, useState, type FormEvent } from "react";
import type { ActionResult } from "@/lib/action";
import type { EditAction, EditorState } from "./editor-state";

const NOT_SENT = "Could not save. Your text is kept here. Try again.";

type Start = { body: string; version: number };

/**
 * The text being written and what became of it. With JavaScript a form is sent from here, so that a
 * broken connection loses nothing; without, the browser sends it and the answer is where this starts.
 */
export function usePostmortemEditor(action: EditAction, start: Start) {
  const [posted, formAction] = useActionState(action, null);
  const [edit, setEdit] = useState(() => beginning(posted, start));
  const [isSending, setSending] = useState(false);
  const { state, text } = edit;
  const savedText = state.kind === "saved" ? state.body : edit.savedText;

  function receive(result: ActionResult<EditorState>, sent: string) {
    setEdit((now) => {
      if (!result.ok) return { ...now, problem: result.error };
      const state = result.data;
      const next = { ...now, state, problem: undefined };
      if (state.kind !== "saved") return next;
      const { body } = state;
      const isTypedOn = now.state.kind !== "conflict" && now.text !== sent;
      return isTypedOn
        ? { ...next, savedText: body, base: sent }
        : { ...next, savedText: body, base: body, text: body };
    });
  }

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (isSending) return;
    const { submitter } = event.nativeEvent instanceof SubmitEvent ? event.nativeEvent : {};
    const form = new FormData(event.currentTarget, submitter);
    if (form.get("intent") === "write") return write(form);
    void send(form);
  }

  /** Over with the answer itself: the page's renewal, which follows it, holds up no further save. */
  async function send(form: FormData) {
    setSending(true);
    try {
      receive(await action(null, form), withLineFeeds(String(form.get("body"))));
    } catch {
      setEdit((now) => ({ ...now, problem: NOT_SENT }));
    } finally {
      setSending(false);
    }
  }

  /** Back to writing takes no round trip. */
  function write(form: FormData) {
    const body = withLineFeeds(String(form.get("body")));
    const base = withLineFeeds(String(form.get("base")));
    const version = Number(form.get("version"));
    setEdit((now) => ({ ...now, text: body, base, state: { kind: "write", body, version } }));
  }

  return {
    ...edit,
    savedText,
    isSending,
    isDirty: state.kind === "conflict" || text !== savedText,
    setText: (next: string) => setEdit((now) => ({ ...now, text: next })),
    formAction,
    submit,
  };
}

type Edit = {
  state: EditorState;
  text: string;
  /** What the text was written from: others may have written since. */
  base: string;
  savedText: string;
  problem: string | undefined;
};

function beginning(posted: ActionResult<EditorState> | null, start: Start): Edit {
  const savedText = start.body;
  if (!posted) {
    const state: EditorState = { kind: "write", ...start };
    return { state, text: start.body, base: start.body, savedText, problem: undefined };
  }
  if (posted.ok) {
    const state = posted.data;
    const text = state.kind === "conflict" ? state.mine : state.body;
    return { state, text, base: baseOf(state), savedText, problem: undefined };
  }
  const { body = start.body, base = start.body, version = start.version } = posted.values ?? {};
  const text = withLineFeeds(body);
  const state: EditorState = { kind: "write", body: text, version: Number(version) };
  return { state, text, base: withLineFeeds(base), savedText, problem: posted.error };
}

function baseOf(state: EditorState): string {
  if (state.kind === "conflict") return state.theirs.body;
  return state.kind === "saved" ? state.body : (state.base ?? state.body);
}

const withLineFeeds = (text: string) => text.replace(/\r\n?/g, "\n");
