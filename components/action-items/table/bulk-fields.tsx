import { useState, type ComponentProps } from "react";
import { Field } from "@/components/form/field";
import { Checkbox } from "@/components/ui/checkbox";
import { Input } from "@/components/ui/input";
import { NativeSelect } from "@/components/ui/native-select";
import {
  ACTION_ITEM_STATUSES,
  ACTION_ITEM_TYPES,
  COLUMN_NAMES,
  PRIORITIES,
} from "@/lib/domain/board";
import { CLEARED } from "@/lib/domain/bulk";
import { CLOSED_COLUMNS } from "@/lib/domain/closing";
import { humanize } from "@/lib/format";
import { ClosingFields } from "../closing-fields";
import type { BulkChoices } from "./bulk-form";

type BulkFieldsProps = {
  choices: BulkChoices;
  values: Record<string, string>;
  problems: Record<string, string[]>;
};

/** What many items can be given at once; whatever is not chosen stays in each as it is. */
export function BulkFields({ choices, values, problems }: BulkFieldsProps) {
  const [status, setStatus] = useState(values.status);
  const closed = CLOSED_COLUMNS.find((column) => column === status);
  return (
    <>
      <Field label="Owner" name="owner" error={problems.owner}>
        <Choice chosen={values.owner} none="No owner">
          <option value="me">Me</option>
          {choices.owners.map((owner) => (
            <option key={owner} value={owner}>
              {owner}
            </option>
          ))}
        </Choice>
      </Field>
      <Field label="Team" name="team" error={problems.team}>
        <Choice chosen={values.team} none="The owner’s or the service’s">
          {choices.teams.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Choice>
      </Field>
      <Field label="Priority" name="priority" error={problems.priority}>
        <Choice chosen={values.priority} none="Not set">
          {PRIORITIES.map((priority) => (
            <option key={priority}>{priority}</option>
          ))}
        </Choice>
      </Field>
      <Field label="Type" name="type" error={problems.type}>
        <Choice chosen={values.type} none="Not set">
          {ACTION_ITEM_TYPES.map((type) => (
            <option key={type} value={type}>
              {humanize(type)}
            </option>
          ))}
        </Choice>
      </Field>
      <DeadlineFields values={values} problems={problems} />
      <Field label="Status" name="status" error={problems.status}>
        <Choice chosen={values.status} onChange={(event) => setStatus(event.target.value)}>
          {ACTION_ITEM_STATUSES.map((status) => (
            <option key={status} value={status}>
              {COLUMN_NAMES[status]}
            </option>
          ))}
        </Choice>
      </Field>
      {closed && <ClosingFields to={closed} values={values} problems={problems} />}
    </>
  );
}

function DeadlineFields({ values, problems }: Omit<BulkFieldsProps, "choices">) {
  return (
    <>
      <Field label="Deadline" name="deadline" error={problems.deadline}>
        <Input type="date" defaultValue={values.deadline} />
      </Field>
      <label className="flex min-h-9 items-center gap-2 sm:mt-6">
        <Checkbox name="noDeadline" value="1" defaultChecked={values.noDeadline !== undefined} />
        No deadline
      </label>
      <Field
        label="Why another deadline"
        name="deadlineReason"
        error={problems.deadlineReason}
        className="sm:col-span-2"
      >
        <Input defaultValue={values.deadlineReason} autoComplete="off" />
      </Field>
    </>
  );
}

type ChoiceProps = ComponentProps<"select"> & {
  chosen: string | undefined;
  /** What it is called to take away what the items have, where that can be. */
  none?: string;
};

function Choice({ chosen = "", none, children, ...control }: ChoiceProps) {
  return (
    <NativeSelect defaultValue={chosen} {...control}>
      <option value="">Leave as it is</option>
      {none && <option value={CLEARED}>{none}</option>}
      {children}
    </NativeSelect>
  );
}
