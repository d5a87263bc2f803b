"use client";

import { useEffect, useState } from "react";
import { Field } from "@/components/form/field";
import { FormError } from "@/components/form/form-error";
import { SubmitButton } from "@/components/form/submit-button";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import { MOST_SECTIONS } from "@/lib/domain/template";
import { SectionFields, type SectionMove } from "./section-fields";
import type { TemplateAction, TemplateState } from "./template-state";
import { useTemplateEditor, type EditedSection } from "./use-template-editor";

type TemplateEditorProps = {
  template: TemplateState;
  /** One that came with the portal keeps its name. */
  isBuiltIn: boolean;
  action: TemplateAction;
};

export function TemplateEditor({ template, isBuiltIn, action }: TemplateEditorProps) {
  const editor = useTemplateEditor(action, template);
  const { sections, result } = editor;
  const [told, setTold] = useState("");
  const [focused, setFocused] = useState<string>();
  useEffect(() => document.getElementById(focused ?? "")?.focus(), [focused, sections]);

  function move({ id, title }: EditedSection, index: number, kind: SectionMove) {
    editor.change({ kind, index });
    const neighbour = sections[index + 1] ?? sections[index - 1];
    setFocused(kind === "remove" ? `section-${neighbour?.id}-remove` : `section-${id}-${kind}`);
    const place = index + (kind === "up" ? 0 : 2);
    setTold(
      kind === "remove"
        ? `${title} removed. ${sections.length - 1} sections left.`
        : `${title} is section ${place} of ${sections.length}.`,
    );
  }

  return (
    <form {...editor.form} className="grid gap-4">
      <button type="submit" tabIndex={-1} aria-hidden className="sr-only">
        Save
      </button>
      <FormError result={result} />
      <input type="hidden" name="template" value={template.name} />
      <input type="hidden" name="seen" value={editor.seen} />
      {!isBuiltIn && (
        <Field
          label="Name"
          name="name"
          required
          error={result && !result.ok ? result.fields?.name : undefined}
        >
          <Input
            value={editor.name}
            maxLength={80}
            autoComplete="off"
            onChange={(event) => editor.setName(event.target.value)}
          />
        </Field>
      )}
      <p role="status" className="sr-only">
        {told}
      </p>
      <ol aria-label="Sections" className="grid gap-3">
        {sections.map((section, index) => (
          <li key={section.id}>
            <SectionFields
              section={section}
              index={index}
              count={sections.length}
              onWrite={(fields) => editor.write(section.id, fields)}
              onMove={(kind) => move(section, index, kind)}
            />
          </li>
        ))}
      </ol>
      <div className="flex flex-wrap gap-2">
        <SubmitButton>Save {isBuiltIn ? template.name : "template"}</SubmitButton>
        {sections.length < MOST_SECTIONS && (
          <Button
            type="submit"
            name="intent"
            value="add"
            formNoValidate
            variant="outline"
            onClick={(event) => {
              event.preventDefault();
              editor.change({ kind: "add" });
              setFocused(`section-${editor.nextId}-title`);
            }}
          >
            Add a section
          </Button>
        )}
      </div>
    </form>
  );
}
