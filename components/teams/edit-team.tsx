"use client";

import { Field } from "@/components/form/field";
import { FormError } from "@/components/form/form-error";
import { SubmitButton } from "@/components/form/submit-button";
import { useForm, type FormAction } from "@/components/form/use-form";
import { useSeen } from "@/components/form/use-seen";
import { NativeSelect } from "@/components/ui/native-select";
import type { Team } from "@/db/queries/teams";
import { dayValues, TeamFields } from "./team-fields";

type EditTeamProps = {
  team: Pick<Team, "slug" | "name" | "zone" | "workingDays" | "version" | "lead" | "members">;
  action: FormAction;
};

/** A team's name, hours and lead. */
export function EditTeam({ team, action }: EditTeamProps) {
  const sent = useForm(action);
  const { form, result, attempt, isRefused, values, problems } = sent;
  const { slug, name, zone, workingDays, version, lead, members } = team;
  const seen = useSeen(sent, { version });
  const shown = isRefused
    ? values
    : { name, zone, leadId: lead ? String(lead.id) : "", ...dayValues(workingDays) };

  return (
    <form
      key={`${attempt} ${seen.shown.version}`}
      {...form}
      onChange={seen.hold}
      className="grid gap-4"
    >
      <FormError result={result} />
      <input type="hidden" name="slug" value={slug} />
      <input type="hidden" name="seen" value={seen.text} />
      <TeamFields values={shown} problems={problems} />
      <Field
        label="Lead"
        name="leadId"
        error={problems.leadId}
        hint="One of the members. They get the team’s weekly list of what is late."
        className="sm:max-w-xs"
      >
        <NativeSelect defaultValue={shown.leadId ?? ""}>
          <option value="">Nobody</option>
          {members.map((member) => (
            <option key={member.id} value={member.id}>
              {member.name}
            </option>
          ))}
        </NativeSelect>
      </Field>
      <div>
        <SubmitButton>Save team</SubmitButton>
      </div>
    </form>
  );
}
