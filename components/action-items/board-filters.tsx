import Form from "next/form";
import Link from "next/link";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { NativeSelect } from "@/components/ui/native-select";
import { boardPath, isBoardNarrowed, type BoardFilters } from "@/lib/domain/board-filters";
import { humanize } from "@/lib/format";

type BoardFilterFormProps = {
  filters: BoardFilters;
  choices: { owners: string[]; priorities: string[]; types: string[]; incidents: string[] };
};

/** A GET form, so that every narrowed board has an address. */
export function BoardFilterForm({ filters, choices }: BoardFilterFormProps) {
  const { owner, priority, type, incident, overdue, view } = filters;
  return (
    <Form
      key={boardPath(filters)}
      action="/actions"
      className="grid grid-cols-2 items-center gap-2 sm:flex sm:flex-wrap print:hidden"
    >
      {view && <input type="hidden" name="view" value={view} />}
      <Choice name="owner" label="Owner" chosen={owner} values={choices.owners} isOwner />
      <Choice name="priority" label="Priority" chosen={priority} values={choices.priorities} />
      <Choice name="type" label="Type" chosen={type} values={choices.types} />
      <Choice name="incident" label="Incident" chosen={incident} values={choices.incidents} />
      <label className="flex h-9 items-center gap-2 px-1 pointer-coarse:h-11">
        <Checkbox name="overdue" value="1" defaultChecked={overdue} />
        Overdue
      </label>
      <div className="flex flex-wrap gap-2">
        <Button type="submit" variant="outline">
          Filter
        </Button>
        {isBoardNarrowed(filters) && (
          <Button asChild variant="ghost">
            <Link href={boardPath({ view })}>Clear filters</Link>
          </Button>
        )}
      </div>
    </Form>
  );
}

type ChoiceProps = {
  name: string;
  label: string;
  chosen: string | undefined;
  values: string[];
  isOwner?: boolean;
};

function Choice({ name, label, chosen, values, isOwner = false }: ChoiceProps) {
  const known = chosen === undefined || values.includes(chosen) || (isOwner && chosen === "me");
  return (
    <NativeSelect name={name} defaultValue={chosen ?? ""} aria-label={label} className="sm:w-40">
      <option value="">{label}: any</option>
      {isOwner && <option value="me">Me</option>}
      {(known ? values : [...values, chosen]).map((value) => (
        <option key={value} value={value}>
          {name === "type" ? humanize(value) : value}
        </option>
      ))}
    </NativeSelect>
  );
}
