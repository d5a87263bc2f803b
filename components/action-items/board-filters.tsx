import Form from "next/form";
import Link from "next/link";
import { FilterChoice } from "@/components/incidents/list/filter-choice";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { FoldedFilters } from "@/components/ui/folded-filters";
import { NativeSelect } from "@/components/ui/native-select";
import type { BoardChoices } from "@/db/queries/action-items";
import {
  BOARD_GROUPS,
  boardPath,
  isBoardNarrowed,
  withoutFilters,
  type BoardFilters,
  type BoardGroup,
} from "@/lib/domain/board-filters";

type BoardFilterFormProps = { filters: BoardFilters; choices: BoardChoices };

/** A GET form, so that every narrowed board has an address. */
export function BoardFilterForm({ filters, choices }: BoardFilterFormProps) {
  const { owner, priority, type, service, incident, factor, group } = filters;
  return (
    <FoldedFilters isOpen={isBoardNarrowed(filters)}>
      <Form
        key={boardPath(filters)}
        action="/actions"
        className="grid grid-cols-2 items-center gap-2 max-sm:mt-2 sm:flex sm:flex-wrap"
      >
        <Kept filters={filters} />
        <FilterChoice
          name="owner"
          label="Owner"
          chosen={owner}
          values={["me", ...choices.owners]}
          words={{ me: "Me" }}
        />
        <FilterChoice
          name="priority"
          label="Priority"
          chosen={priority}
          values={choices.priorities}
        />
        <FilterChoice name="type" label="Type" chosen={type} values={choices.types} isWord />
        <FilterChoice name="service" label="Service" chosen={service} values={choices.services} />
        <FilterChoice
          name="incident"
          label="Incident"
          chosen={incident}
          values={choices.incidents}
        />
        <FilterChoice name="factor" label="Factor" chosen={factor} values={choices.factors} />
        <GroupChoice chosen={group} isTable={filters.view === "table"} />
        <Flag name="overdue" label="Overdue" isChosen={filters.overdue} />
        <Flag name="unowned" label="No owner" isChosen={filters.unowned} />
        <Flag name="undated" label="No deadline" isChosen={filters.undated} />
        <div className="flex flex-wrap gap-2">
          <Button type="submit" variant="outline">
            Filter
          </Button>
          {isBoardNarrowed(filters) && (
            <Button asChild variant="ghost">
              <Link href={boardPath(withoutFilters(filters))}>Clear filters</Link>
            </Button>
          )}
        </div>
      </Form>
    </FoldedFilters>
  );
}

/** What of the address stays as it is. */
function Kept({ filters }: { filters: BoardFilters }) {
  const { board, view, show, from, to, sort, isDescending } = filters;
  const kept = { board, view, show, from, to, sort: sort && `${isDescending ? "-" : ""}${sort}` };
  return Object.entries(kept).map(
    ([name, value]) => value && <input key={name} type="hidden" name={name} value={value} />,
  );
}

const GROUP_NAMES: Record<BoardGroup, string> = {
  status: "By status",
  owner: "By owner",
  incident: "By incident",
  factor: "By factor",
};

type GroupChoiceProps = { chosen: BoardGroup | undefined; isTable: boolean };

/** Cards are put together by their status anyway, rows by nothing until someone asks for it. */
function GroupChoice({ chosen, isTable }: GroupChoiceProps) {
  const offered = BOARD_GROUPS.filter((group) => isTable || group !== "status");
  return (
    <NativeSelect
      name="group"
      defaultValue={offered.find((group) => group === chosen)}
      aria-label="Put together"
      className="sm:w-36"
    >
      <option value="">{isTable ? "In one list" : "By status"}</option>
      {offered.map((group) => (
        <option key={group} value={group}>
          {GROUP_NAMES[group]}
        </option>
      ))}
    </NativeSelect>
  );
}

type FlagProps = { name: string; label: string; isChosen: boolean | undefined };

function Flag({ name, label, isChosen }: FlagProps) {
  return (
    <label className="flex h-9 items-center gap-2 px-1 pointer-coarse:h-11">
      <Checkbox name={name} value="1" defaultChecked={isChosen} />
      {label}
    </label>
  );
}
