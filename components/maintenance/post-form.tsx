"use client";

import { Field } from "@/components/form/field";
import { FormError } from "@/components/form/form-error";
import { SubmitButton } from "@/components/form/submit-button";
import { useForm, type FormAction } from "@/components/form/use-form";
import { useSeen } from "@/components/form/use-seen";
import { Disclosure } from "@/components/ui/disclosure";
import { NativeSelect } from "@/components/ui/native-select";
import { Textarea } from "@/components/ui/textarea";
import type { WorkComponent } from "@/db/queries/maintenances";
import { COMPONENT_STATUSES, COMPONENT_STATUS_LABELS } from "@/lib/domain/component";
import { followingStatuses } from "@/lib/domain/maintenance";
import type { MaintenanceStatus } from "@/lib/domain/site";
import { WORK_STATES } from "./work-words";

type PostFormProps = {
  id: string;
  status: MaintenanceStatus;
  components: WorkComponent[];
  action: FormAction;
};

/** Posts a public update: what is new, where the work stands, and how components are. */
export function PostForm({ id, status, components, action }: PostFormProps) {
  const sent = useForm(action);
  const { form, result, attempt, values, problems } = sent;
  const seen = useSeen(sent, {
    status,
    components: Object.fromEntries(components.map((each) => [each.id, each.status])),
  });
  return (
    <form key={attempt} {...form} onChange={seen.hold} className="grid gap-4">
      <FormError result={result} />
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="seen" value={seen.text} />
      <Field label="State" name="status" error={problems.status} className="sm:max-w-xs">
        <NativeSelect key={status} defaultValue={values.status ?? ""}>
          <option value="">{WORK_STATES[status]}, as it is</option>
          {followingStatuses(status).map((next) => (
            <option key={next} value={next}>
              {WORK_STATES[next]}
            </option>
          ))}
        </NativeSelect>
      </Field>
      <Field
        label="Message"
        name="body"
        error={problems.body}
        hint="Public at once. A new state may go without one: it then says so in words of ours."
      >
        <Textarea defaultValue={values.body} maxLength={5000} />
      </Field>
      <States components={components} values={values} />
      <div>
        <SubmitButton>Post update</SubmitButton>
      </div>
    </form>
  );
}

type StatesProps = { components: WorkComponent[]; values: Record<string, string> };

function States({ components, values }: StatesProps) {
  if (components.length === 0) return null;
  const isChosen = components.some(({ id }) => values[`components.${id}`]);
  return (
    <Disclosure open={isChosen} summary="Set components otherwise than planned">
      <div className="grid gap-3 sm:grid-cols-2">
        {components.map(({ id, name, status }) => (
          <Field key={id} label={name} name={`components.${id}`}>
            <NativeSelect defaultValue={values[`components.${id}`] ?? ""}>
              <option value="">{COMPONENT_STATUS_LABELS[status]}, or as planned</option>
              {COMPONENT_STATUSES.map((each) => (
                <option key={each} value={each}>
                  {COMPONENT_STATUS_LABELS[each]}
                </option>
              ))}
            </NativeSelect>
          </Field>
        ))}
      </div>
    </Disclosure>
  );
}
