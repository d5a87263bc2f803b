"use client";

import { useActionState, useState, useTransition, type FormEvent } from "react";
import { sent } from "@/components/form/use-form";
import type { TemplateSection } from "@/lib/domain/template";
import { BLANK_SECTION, changeSections, type SectionChange } from "@/lib/domain/template-edit";
import { readSections } from "@/lib/domain/template-sections";
import type { TemplateAction, TemplateState } from "./template-state";

/** A section with a number of its own, which it keeps wherever it moves. */
export type EditedSection = TemplateSection & { id: number };

/**
 * A template being written. With JavaScript sections move here and nothing is sent before it is saved;
 * without, each button sends the form and is answered with what it held and what the button changed.
 */
export function useTemplateEditor(action: TemplateAction, start: TemplateState) {
  const [answered, send] = useActionState(action, null);
  const [result, setResult] = useState(answered);
  const [edit, setEdit] = useState(() => beginning(answered, start));
  const [isSending, startTransition] = useTransition();

  function onSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (isSending) return;
    const form = new FormData(event.currentTarget);
    startTransition(async () => setResult(await sent(action, null, form)));
  }

  const conflict = result && !result.ok ? result.conflict : undefined;
  return {
    ...edit,
    form: { action: send, onSubmit },
    result,
    /** What the writer has seen: after a conflict, what they were told of. */
    seen: conflict === undefined ? edit.seen : JSON.stringify(conflict),
    setName: (name: string) => setEdit((now) => ({ ...now, name })),
    change: (change: SectionChange) =>
      setEdit((now) => ({
        ...now,
        nextId: now.nextId + 1,
        sections: changeSections(now.sections, change, { ...BLANK_SECTION, id: now.nextId }),
      })),
    write: (id: number, fields: Partial<TemplateSection>) =>
      setEdit((now) => ({
        ...now,
        sections: now.sections.map((section) =>
          section.id === id ? { ...section, ...fields } : section,
        ),
      })),
  };
}

type Answer = Awaited<ReturnType<TemplateAction>> | null;

function beginning(answered: Answer, start: TemplateState) {
  const { name, sections, seen } = standing(answered, start);
  return {
    name,
    seen,
    sections: sections.map((section, id): EditedSection => ({ ...section, id })),
    nextId: sections.length,
  };
}

function standing(answered: Answer, start: TemplateState) {
  const values = answered && !answered.ok ? answered.values : undefined;
  const { version, ...state } = (answered?.ok && answered.data) || start;
  const seen = values?.seen ?? JSON.stringify({ version });
  return values
    ? { name: values.name ?? state.name, sections: readSections(values), seen }
    : { ...state, seen };
}
