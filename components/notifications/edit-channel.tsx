"use client";

import { Field } from "@/components/form/field";
import { FormError } from "@/components/form/form-error";
import { SubmitButton } from "@/components/form/submit-button";
import { useForm, type FormAction } from "@/components/form/use-form";
import { Input } from "@/components/ui/input";
import type { Channel } from "@/db/queries/channels";
import { ChannelFields, type Choosable } from "./channel-fields";

type EditChannelProps = {
  channel: Channel;
  services: Choosable[];
  teams: Choosable[];
  action: FormAction;
};

/** Changes a channel; where it goes can be written anew, not read. */
export function EditChannel({ channel, services, teams, action }: EditChannelProps) {
  const { form, result, attempt, isRefused, values, problems } = useForm(action);
  const shown = isRefused ? values : standing(channel);

  return (
    <form key={`${attempt}-${channel.version}`} {...form} className="grid gap-4" noValidate>
      <FormError result={result} />
      <input type="hidden" name="id" value={channel.id} />
      <input type="hidden" name="version" value={channel.version} />
      <div className="grid items-start gap-4 sm:grid-cols-2">
        <Field label="Name" name="name" error={problems.name} required>
          <Input maxLength={80} autoComplete="off" defaultValue={shown.name} />
        </Field>
        <Field
          label="New address"
          name="address"
          error={problems.address}
          hint={`Empty leaves it as it is: ${channel.hint}`}
        >
          <Input
            maxLength={2000}
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            defaultValue={isRefused ? values.address : ""}
          />
        </Field>
      </div>
      <ChannelFields values={shown} problems={problems} services={services} teams={teams} />
      <SubmitButton className="justify-self-start">Save channel</SubmitButton>
    </form>
  );
}

function standing(channel: Channel): Record<string, string> {
  const { name, isInternal, hearsDrills, serviceId, teamId, perMinute } = channel;
  return {
    name,
    reach: isInternal ? "internal" : "outside",
    perMinute: String(perMinute),
    ...(hearsDrills && { hearsDrills: "on" }),
    ...(serviceId !== null && { serviceId: String(serviceId) }),
    ...(teamId !== null && { teamId: String(teamId) }),
  };
}
