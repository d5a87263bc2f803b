"use client";

import { Field } from "@/components/form/field";
import { FormError } from "@/components/form/form-error";
import { SubmitButton } from "@/components/form/submit-button";
import { useForm, type FormAction } from "@/components/form/use-form";
import { useSeen } from "@/components/form/use-seen";
import { Input } from "@/components/ui/input";
import { NativeSelect } from "@/components/ui/native-select";
import type { OnCall } from "@/db/queries/on-call";
import { MOST_ON_CALL } from "@/lib/domain/on-call";

type OnCallFormProps = {
  slug: string;
  members: { id: number; name: string }[];
  onCall: Pick<OnCall, "order" | "rotatesFrom" | "version">;
  action: FormAction;
};

/** A team's order of being called, a place for each member, and whether they take turns. */
export function OnCallForm({ slug, members, onCall, action }: OnCallFormProps) {
  const sent = useForm(action);
  const { form, result, attempt, isRefused, values, problems } = sent;
  const seen = useSeen(sent, { version: onCall.version });
  const places = Array.from({ length: Math.min(members.length, MOST_ON_CALL) }, (_, i) => i + 1);
  const shown = (name: string, stands: string) => (isRefused ? (values[name] ?? "") : stands);
  return (
    <form
      key={`${attempt} ${seen.shown.version}`}
      {...form}
      onChange={seen.hold}
      className="grid gap-4 border-t border-border pt-4"
    >
      <FormError result={result} />
      <input type="hidden" name="slug" value={slug} />
      <input type="hidden" name="seen" value={seen.text} />
      <fieldset className="grid gap-3 sm:grid-cols-2 lg:grid-cols-4">
        <legend className="mb-2 font-medium">Order</legend>
        {places.map((place) => (
          <Field key={place} label={`Place ${place}`} name={`place${place}`}>
            <NativeSelect
              defaultValue={shown(`place${place}`, String(onCall.order[place - 1]?.id ?? ""))}
            >
              <option value="">Nobody</option>
              {members.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </NativeSelect>
          </Field>
        ))}
      </fieldset>
      {problems.order && <p className="text-[0.8125rem] text-danger">{problems.order}</p>}
      <Field
        label="Take turns by the week from"
        name="rotatesFrom"
        error={problems.rotatesFrom}
        hint="The day on which the first one’s week begins. Without one the order stays."
        className="sm:max-w-xs"
      >
        <Input type="date" defaultValue={shown("rotatesFrom", onCall.rotatesFrom ?? "")} />
      </Field>
      <div>
        <SubmitButton>Save who is on call</SubmitButton>
      </div>
    </form>
  );
}
