"use client";

import { ChevronDown, ChevronUp, Trash2 } from "lucide-react";
import { Field } from "@/components/form/field";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Input } from "@/components/ui/input";
import { NativeSelect } from "@/components/ui/native-select";
import { Textarea } from "@/components/ui/textarea";
import {
  DRAFT_SOURCES,
  LONGEST_HELP,
  LONGEST_TITLE,
  type TemplateSection,
} from "@/lib/domain/template";
import { fieldName } from "@/lib/domain/template-sections";
import { SOURCE_NAMES } from "./source-names";
import type { EditedSection } from "./use-template-editor";

export type SectionMove = "up" | "down" | "remove";

type SectionFieldsProps = {
  section: EditedSection;
  index: number;
  count: number;
  onWrite: (fields: Partial<TemplateSection>) => void;
  onMove: (move: SectionMove) => void;
};

/** One section of a template: its heading, what it is for, and what fills it. */
export function SectionFields({ section, index, count, onWrite, onMove }: SectionFieldsProps) {
  const { title, help, isRequired, source } = section;
  const name = title || `section ${index + 1}`;
  const move = { name, index, id: section.id, onMove };

  return (
    <fieldset className="grid gap-3 rounded-lg border border-border bg-card p-4">
      <legend className="sr-only">
        Section {index + 1} of {count}: {title}
      </legend>
      <div className="flex flex-wrap items-end gap-2">
        <Field
          label={`Title of section ${index + 1}`}
          name={fieldName(index, "title")}
          className="min-w-40 flex-1"
        >
          <Input
            id={`section-${section.id}-title`}
            value={title}
            maxLength={LONGEST_TITLE}
            autoComplete="off"
            onChange={(event) => onWrite({ title: event.target.value })}
          />
        </Field>
        <MoveButton {...move} to="up" isIdle={index === 0} />
        <MoveButton {...move} to="down" isIdle={index === count - 1} />
        <MoveButton {...move} to="remove" isIdle={count === 1} />
      </div>
      <Field
        label="Help text"
        name={fieldName(index, "help")}
        hint="What belongs there, for whoever writes it."
      >
        <Textarea
          rows={2}
          value={help}
          maxLength={LONGEST_HELP}
          onChange={(event) => onWrite({ help: event.target.value })}
        />
      </Field>
      <div className="flex flex-wrap items-end gap-x-6 gap-y-3">
        <Field
          label="Begins with"
          name={fieldName(index, "source")}
          className="min-w-56 flex-1 sm:max-w-sm"
        >
          <NativeSelect
            value={source ?? ""}
            onChange={(event) =>
              onWrite({
                source: DRAFT_SOURCES.find((each) => each === event.target.value) ?? null,
              })
            }
          >
            <option value="">The help text, as a TODO</option>
            {DRAFT_SOURCES.map((each) => (
              <option key={each} value={each}>
                {SOURCE_NAMES[each]}
              </option>
            ))}
          </NativeSelect>
        </Field>
        <label className="flex min-h-9 items-center gap-2 text-sm pointer-coarse:min-h-11">
          <Checkbox
            name={fieldName(index, "isRequired")}
            checked={isRequired}
            onChange={(event) => onWrite({ isRequired: event.target.checked })}
          />
          Required
        </label>
      </div>
    </fieldset>
  );
}

const MOVES = {
  up: { icon: ChevronUp, label: (name: string) => `Move ${name} up` },
  down: { icon: ChevronDown, label: (name: string) => `Move ${name} down` },
  remove: { icon: Trash2, label: (name: string) => `Remove ${name}` },
} as const;

type MoveButtonProps = {
  to: SectionMove;
  id: number;
  name: string;
  index: number;
  isIdle: boolean;
  onMove: (move: SectionMove) => void;
};

/** Sends the form without JavaScript; with it the section moves at once. */
function MoveButton({ to, id, name, index, isIdle, onMove }: MoveButtonProps) {
  const { icon: Icon, label } = MOVES[to];
  return (
    <Button
      id={`section-${id}-${to}`}
      type="submit"
      name="intent"
      value={`${to}:${index}`}
      formNoValidate
      variant="outline"
      size="icon"
      aria-label={label(name)}
      aria-disabled={isIdle || undefined}
      onClick={(event) => {
        event.preventDefault();
        if (!isIdle) onMove(to);
      }}
    >
      <Icon aria-hidden />
    </Button>
  );
}
