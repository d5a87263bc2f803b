import { useId, type ReactNode } from "react";
import { Field } from "@/components/form/field";
import { Input } from "@/components/ui/input";
import { Textarea } from "@/components/ui/textarea";
import { ACTION_ITEM_TYPES, PRIORITIES } from "@/lib/domain/board";
import { humanize } from "@/lib/format";
import { DeadlineField } from "./deadlines/deadline-field";
import { OwnerList } from "./owner-list";
import { WordSelect } from "./word-select";

type ActionItemFieldsProps = {
  values: Record<string, string>;
  problems: Record<string, string[]>;
  /** People and addresses to pick an owner from. */
  owners: string[];
  /** The deadline that stands there, or nothing; missing for an item that is yet to be made. */
  standing?: string | undefined;
  /** More fields, after the title. */
  children?: ReactNode;
};

/** What people write in an action item. A word that the board does not know stays among the choices. */
export function ActionItemFields({
  values,
  problems,
  owners,
  standing,
  children,
}: ActionItemFieldsProps) {
  const ownersId = useId();
  return (
    <>
      <Field
        label="Title"
        name="title"
        required
        error={problems.title}
        className="@md:col-span-full"
      >
        <Textarea autoFocus rows={2} defaultValue={values.title} className="min-h-16" />
      </Field>
      {children}
      <Field label="Owner" name="owner" error={problems.owner}>
        <Input list={ownersId} autoComplete="off" defaultValue={values.owner} />
      </Field>
      <OwnerList id={ownersId} owners={owners} />
      <Field label="Priority" name="priority" error={problems.priority}>
        <WordSelect words={PRIORITIES} chosen={values.priority} />
      </Field>
      <Field label="Type" name="type" error={problems.type}>
        <WordSelect words={ACTION_ITEM_TYPES} chosen={values.type} show={humanize} />
      </Field>
      <DeadlineField values={values} problems={problems} standing={standing} />
    </>
  );
}
