"use client";

import { CircleCheck } from "lucide-react";
import { useActionState } from "react";
import { Field } from "@/components/form/field";
import { FormError } from "@/components/form/form-error";
import { SubmitButton } from "@/components/form/submit-button";
import { Alert, AlertDescription } from "@/components/ui/alert";
import { Input } from "@/components/ui/input";
import { NativeSelect } from "@/components/ui/native-select";
import type { ActionResult } from "@/lib/action";
import { CHANNEL_KIND_NAMES, CHANNEL_KINDS } from "@/lib/domain/channel";
import { ChannelFields, type Choosable } from "./channel-fields";
import { ShownSecret } from "./shown-secret";

type Added = { secret: string | null };

type AddChannelProps = {
  services: Choosable[];
  teams: Choosable[];
  action: (previous: ActionResult<Added> | null, form: FormData) => Promise<ActionResult<Added>>;
};

/** Adds a channel, and shows a webhook's secret this one time. */
export function AddChannel({ services, teams, action }: AddChannelProps) {
  const [result, add] = useActionState(action, null);
  const refusal = result && !result.ok ? result : undefined;
  const { values = {}, fields = {} } = refusal ?? {};

  return (
    <form action={add} className="grid gap-4" noValidate>
      {result?.ok && <AddedChannel {...result.data} />}
      <FormError result={result} />
      <div className="grid items-start gap-4 sm:grid-cols-2">
        <Field label="Name" name="name" error={fields.name} required>
          <Input maxLength={80} autoComplete="off" defaultValue={values.name} />
        </Field>
        <Field label="Kind" name="kind" error={fields.kind}>
          <NativeSelect key={values.kind} defaultValue={values.kind ?? "slack"}>
            {CHANNEL_KINDS.map((kind) => (
              <option key={kind} value={kind}>
                {CHANNEL_KIND_NAMES[kind]}
              </option>
            ))}
          </NativeSelect>
        </Field>
      </div>
      <Field
        label="Address"
        name="address"
        error={fields.address}
        hint="Of the incoming webhook, of the workflow, or of the mailing list. It is kept sealed, and never shown again."
        required
      >
        <Input
          maxLength={2000}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          defaultValue={values.address}
        />
      </Field>
      <ChannelFields values={values} problems={fields} services={services} teams={teams} />
      <SubmitButton className="justify-self-start">Add channel</SubmitButton>
    </form>
  );
}

const AddedChannel = ({ secret }: Added) =>
  secret === null ? (
    <Alert role="status" variant="success">
      <CircleCheck aria-hidden />
      <AlertDescription>
        The channel is there. Say in the table what it hears, and send it a test.
      </AlertDescription>
    </Alert>
  ) : (
    <ShownSecret secret={secret} />
  );
