"use client";

import { createContext, use, useRef, useState, type ReactNode } from "react";
import { useAfterSuccess } from "@/components/form/use-after-success";
import { useForm, type FormAction } from "@/components/form/use-form";
import { useHasScript } from "@/components/use-has-script";
import { tickOf } from "@/lib/domain/bulk";
import { BULK, BulkForm, type BulkChoices } from "./bulk-form";

const NOTHING = {};

/**
 * What the form held that was refused, where no script keeps the ticks; missing for those who may not
 * change anything.
 */
const Refused = createContext<Record<string, string> | undefined>(undefined);

type BulkEditProps = { choices: BulkChoices; action: FormAction; children: ReactNode };

/** The form with which the rows of a table are changed that are ticked in it. */
export function BulkEdit({ choices, action, children }: BulkEditProps) {
  const sent = useForm(action);
  const form = useRef<HTMLFormElement>(null);
  const hasScript = useHasScript();
  const [count, setCount] = useState(0);
  useAfterSuccess(sent.attempt, () => {
    form.current?.reset();
    setCount(0);
  });

  return (
    <div
      className="group/table grid grid-cols-[minmax(0,1fr)] gap-3"
      onChange={() => setCount(boxesOf(form.current).filter(({ checked }) => checked).length)}
    >
      <Refused value={hasScript ? NOTHING : sent.values}>{children}</Refused>
      <Said count={count} isDone={sent.result?.ok === true} />
      <BulkForm
        key={sent.attempt}
        ref={form}
        sent={sent}
        choices={choices}
        count={count}
        onReset={() => setCount(0)}
      />
    </div>
  );
}

/** Speaks of how many are ticked, and shows when they were changed. */
function Said({ count, isDone }: { count: number; isDone: boolean }) {
  const isShown = isDone && count === 0;
  return (
    <p
      role="status"
      className={
        isShown
          ? "sticky bottom-4 z-20 w-fit rounded-lg border border-border bg-popover px-3 py-2 text-[0.8125rem] shadow-lg"
          : "sr-only"
      }
    >
      {count > 0 ? `${count} selected` : isDone && "The action items were changed."}
    </p>
  );
}

/** Ticks one row for the form. */
export function Tick({ id, version }: { id: number; version: number }) {
  const refused = use(Refused);
  if (refused === undefined) return null;
  return (
    <input
      type="checkbox"
      name={tickOf(id)}
      value={version}
      form={BULK}
      defaultChecked={refused[tickOf(id)] !== undefined}
      data-tick
      aria-label={`Select AI-${id}`}
      className={BOX}
    />
  );
}

/** Ticks every row of the page, or none. */
export function TickAll() {
  const hasScript = useHasScript();
  if (use(Refused) === undefined || !hasScript) return null;
  return (
    <input
      type="checkbox"
      form={BULK}
      onChange={({ currentTarget }) => {
        const form = document.getElementById(BULK);
        for (const box of boxesOf(form)) box.checked = currentTarget.checked;
      }}
      aria-label="Select all on this page"
      className={BOX}
    />
  );
}

const BOX = "block size-4.5 accent-primary pointer-coarse:size-6";

function boxesOf(form: HTMLElement | null): HTMLInputElement[] {
  if (!(form instanceof HTMLFormElement)) return [];
  return [...form.elements].filter(
    (field): field is HTMLInputElement =>
      field instanceof HTMLInputElement && field.dataset.tick !== undefined,
  );
}
