"use client";

import { Field } from "@/components/form/field";
import { FormError } from "@/components/form/form-error";
import { SubmitButton } from "@/components/form/submit-button";
import { useForm, type FormAction } from "@/components/form/use-form";
import { useSeen } from "@/components/form/use-seen";
import { ZONES_LIST } from "@/components/teams/zones";
import { Input } from "@/components/ui/input";
import { Textarea } from "@/components/ui/textarea";
import type { StatusPageSettings } from "@/db/queries/page-settings";

type PageFormProps = { page: StatusPageSettings; action: FormAction };

/** What the public page says of itself. */
export function PageForm({ page, action }: PageFormProps) {
  const sent = useForm(action);
  const { form, result, attempt, isRefused, values, problems } = sent;
  const seen = useSeen(sent, { version: page.version });
  const shown = isRefused ? values : standing(page);

  return (
    <form
      key={`${attempt} ${seen.shown.version}`}
      {...form}
      onChange={seen.hold}
      className="grid gap-4"
    >
      <FormError result={result} />
      <input type="hidden" name="seen" value={seen.text} />
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label="Name" name="name" required error={problems.name}>
          <Input defaultValue={shown.name} maxLength={80} autoComplete="off" />
        </Field>
        <Field
          label="Time zone"
          name="zone"
          required
          error={problems.zone}
          hint="The page tells times in this zone, such as Europe/Berlin, and in UTC."
        >
          <Input defaultValue={shown.zone} maxLength={60} autoComplete="off" list={ZONES_LIST} />
        </Field>
      </div>
      <Field
        label="About"
        name="about"
        error={problems.about}
        hint="A sentence or two below the name. It may stay empty."
      >
        <Textarea rows={2} defaultValue={shown.about} maxLength={500} />
      </Field>
      <div className="grid gap-4 sm:grid-cols-2">
        <Field
          label="Where readers report a problem"
          name="supportUrl"
          error={problems.supportUrl}
          hint="An address such as https://example.com/help or mailto:help@example.com."
        >
          <Input defaultValue={shown.supportUrl} maxLength={2000} autoComplete="off" />
        </Field>
        <Field
          label="A copy of the page"
          name="copyUrl"
          error={problems.copyUrl}
          hint="Where an export of it is served, for when this one cannot be reached."
        >
          <Input defaultValue={shown.copyUrl} maxLength={2000} autoComplete="off" />
        </Field>
        <Field
          label="Mails to subscribers an hour, at most"
          name="mailsPerHour"
          required
          error={problems.mailsPerHour}
          hint="What is above waits, updates of incidents first."
        >
          <Input defaultValue={shown.mailsPerHour} inputMode="numeric" autoComplete="off" />
        </Field>
      </div>
      <div>
        <SubmitButton>Save settings</SubmitButton>
      </div>
    </form>
  );
}

const standing = (page: StatusPageSettings): Record<string, string> => ({
  name: page.name,
  about: page.about ?? "",
  zone: page.zone,
  supportUrl: page.supportUrl ?? "",
  copyUrl: page.copyUrl ?? "",
  mailsPerHour: String(page.mailsPerHour),
});
