"use client";

import { useId } from "react";
import { Field } from "@/components/form/field";
import { FormError } from "@/components/form/form-error";
import { SubmitButton } from "@/components/form/submit-button";
import { useForm, type FormAction } from "@/components/form/use-form";
import { useSeen } from "@/components/form/use-seen";
import { Disclosure } from "@/components/ui/disclosure";
import { Input } from "@/components/ui/input";
import { NativeSelect } from "@/components/ui/native-select";
import { Textarea } from "@/components/ui/textarea";
import { ACTION_ITEM_TYPES, PRIORITIES } from "@/lib/domain/board";
import type { ItemTexts } from "@/lib/domain/item-text";
import { humanize } from "@/lib/format";
import { Advised } from "../advised";
import { OwnerList } from "../owner-list";
import { WordSelect } from "../word-select";
import { TicketFields } from "./ticket-fields";

type ItemFormProps = {
  id: number;
  /** The item's texts as they stand. */
  texts: Required<ItemTexts>;
  /** Its day, which the advice looks at. */
  deadline: string | null;
  owners: string[];
  teams: { id: number; name: string }[];
  /** The team that it has where none is chosen. */
  ownTeam: string | undefined;
  action: FormAction;
};

/** Changes an item: what the writer leaves as it was stays as anyone else makes it. */
export function ItemForm({ id, texts, deadline, owners, teams, ownTeam, action }: ItemFormProps) {
  const sent = useForm(action);
  const { form, result, attempt, isRefused, values, problems } = sent;
  const { shown, text, hold } = useSeen(sent, texts);
  const ownersId = useId();
  const now = { ...shown, ...values };

  return (
    <Disclosure
      key={attempt}
      summary="Change this item"
      open={isRefused}
      className="mt-3 border-t border-border pt-1 print:hidden"
    >
      <form {...form} onInput={hold} className="@container grid gap-3">
        <FormError result={result} />
        <input type="hidden" name="id" value={id} />
        <input type="hidden" name="seen" value={text} />
        <Advised key={JSON.stringify(shown)} start={{ ...now, deadline: deadline ?? "" }}>
          <div className="grid gap-3 @md:grid-cols-2">
            <Field
              label="Title"
              name="title"
              required
              error={problems.title}
              className="@md:col-span-full"
            >
              <Textarea rows={2} defaultValue={now.title} className="min-h-16" />
            </Field>
            <Field
              label="Description"
              name="description"
              error={problems.description}
              hint="Markdown"
              className="@md:col-span-full"
            >
              <Textarea rows={6} maxLength={10_000} defaultValue={now.description} />
            </Field>
            <Field label="Owner" name="owner" error={problems.owner}>
              <Input list={ownersId} autoComplete="off" defaultValue={now.owner} />
            </Field>
            <OwnerList id={ownersId} owners={owners} />
            <Field label="Team" name="team" error={problems.team}>
              <NativeSelect defaultValue={now.team}>
                <option value="">Its owner’s or service’s{ownTeam && `: ${ownTeam}`}</option>
                {teams.map((team) => (
                  <option key={team.id} value={team.id}>
                    {team.name}
                  </option>
                ))}
              </NativeSelect>
            </Field>
            <Field label="Priority" name="priority" error={problems.priority}>
              <WordSelect words={PRIORITIES} chosen={now.priority} />
            </Field>
            <Field label="Type" name="type" error={problems.type}>
              <WordSelect words={ACTION_ITEM_TYPES} chosen={now.type} show={humanize} />
            </Field>
            <TicketFields values={now} problems={problems} />
          </div>
        </Advised>
        <div>
          <SubmitButton size="sm">Save AI-{id}</SubmitButton>
        </div>
      </form>
    </Disclosure>
  );
}
