import { useId, type ReactNode } from "react";
import { Field } from "@/components/form/field";
import { Input } from "@/components/ui/input";
import { NativeSelect } from "@/components/ui/native-select";
import { Textarea } from "@/components/ui/textarea";
import { ACTION_ITEM_TYPES, PRIORITIES } from "@/lib/domain/board";
import { humanize } from "@/lib/format";

type ActionItemFieldsProps = {
  values: Record<string, string>;
  problems: Record<string, string[]>;
  /** People and addresses to pick an owner from. */
  owners: string[];
  /** More fields, after the title. */
  children?: ReactNode;
};

/** What people write in an action item. A word that the board does not know stays among the choices. */
export function ActionItemFields({ values, problems, owners, children }: ActionItemFieldsProps) {
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
      <datalist id={ownersId}>
        {owners.map((owner) => (
          <option key={owner} value={owner} />
        ))}
      </datalist>
      <Field label="Deadline" name="deadline" error={problems.deadline}>
        <Input type="date" defaultValue={values.deadline} />
      </Field>
      <Field label="Priority" name="priority" error={problems.priority}>
        <Words words={PRIORITIES} chosen={values.priority} />
      </Field>
      <Field label="Type" name="type" error={problems.type}>
        <Words words={ACTION_ITEM_TYPES} chosen={values.type} show={humanize} />
      </Field>
    </>
  );
}

type WordsProps = {
  words: readonly string[];
  chosen: string | undefined;
  show?: (word: string) => string;
};

function Words({ words, chosen = "", show = (word) => word, ...control }: WordsProps) {
  const offered = chosen === "" || words.includes(chosen) ? words : [...words, chosen];
  return (
    <NativeSelect defaultValue={chosen} {...control}>
      <option value="">Not set</option>
      {offered.map((word) => (
        <option key={word} value={word}>
          {show(word)}
        </option>
      ))}
    </NativeSelect>
  );
}
