"use client";

import { useState } from "react";
import { FormError } from "@/components/form/form-error";
import { SubmitButton } from "@/components/form/submit-button";
import { useAfterSuccess } from "@/components/form/use-after-success";
import { useForm } from "@/components/form/use-form";
import { Disclosure } from "@/components/ui/disclosure";
import type { TimelineRow } from "@/db/queries/timeline-view";
import { EditConflict, standingOf } from "./edit-conflict";
import { EventFields } from "./event-fields";
import type { TimelineWriting } from "./timeline-tools";

type EditFormProps = { row: TimelineRow; writing: TimelineWriting; onDone: () => void };

/** Changes a row. What was there when it opened stays the writer's start, whatever happens meanwhile. */
export function EditForm({ row, writing, onDone }: EditFormProps) {
  const [seen] = useState(row);
  const { form, result, attempt, isRefused, values, problems } = useForm(writing.actions.edit);
  useAfterSuccess(attempt, onDone);
  const standing = standingOf(result);

  return (
    <Disclosure summary="Edit" open={isRefused}>
      <form key={attempt} {...form} className="grid gap-4 pb-2">
        {standing ? <EditConflict standing={standing} /> : <FormError result={result} />}
        <input type="hidden" name="key" value={writing.incidentKey} />
        <input type="hidden" name="seq" value={seen.seq} />
        <input type="hidden" name="version" value={standing?.version ?? seen.version} />
        <EventFields values={values} problems={problems} standing={seen} />
        <div>
          <SubmitButton>{standing ? "Save mine instead" : "Save"}</SubmitButton>
        </div>
      </form>
    </Disclosure>
  );
}
