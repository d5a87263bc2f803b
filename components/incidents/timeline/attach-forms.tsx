"use client";

import { Disclosure } from "@/components/ui/disclosure";
import { Field } from "@/components/form/field";
import { FormError } from "@/components/form/form-error";
import { SubmitButton } from "@/components/form/submit-button";
import { useForm } from "@/components/form/use-form";
import { Checkbox } from "@/components/ui/checkbox";
import { Input } from "@/components/ui/input";
import type { TimelineWriting } from "./timeline-tools";

type AttachFormsProps = { seq: number; writing: TimelineWriting };

/** Two ways to put something beside a row: the address of something elsewhere, or a picture. */
export function AttachForms(props: AttachFormsProps) {
  return (
    <>
      <LinkForm {...props} />
      <PictureForm {...props} />
    </>
  );
}

function LinkForm({ seq, writing }: AttachFormsProps) {
  const { form, result, attempt, isRefused, values, problems } = useForm(writing.actions.link);
  return (
    <Disclosure summary="Attach a link" open={isRefused}>
      <form key={attempt} {...form} className="grid gap-4 pb-2">
        <FormError result={result} />
        <input type="hidden" name="key" value={writing.incidentKey} />
        <input type="hidden" name="seq" value={seq} />
        <Field label="Address" name="url" required error={problems.url}>
          <Input type="url" placeholder="https://" defaultValue={values.url} />
        </Field>
        <Field label="What it shows" name="title" required error={problems.title}>
          <Input maxLength={200} defaultValue={values.title} />
        </Field>
        <div>
          <SubmitButton variant="outline">Attach link</SubmitButton>
        </div>
      </form>
    </Disclosure>
  );
}

function PictureForm({ seq, writing }: AttachFormsProps) {
  const { form, result, attempt, isRefused, values, problems } = useForm(
    writing.actions.attachPicture,
  );
  return (
    <Disclosure summary="Attach a picture" open={isRefused}>
      <form key={attempt} {...form} className="grid gap-4 pb-2">
        <FormError result={result} />
        <input type="hidden" name="key" value={writing.incidentKey} />
        <input type="hidden" name="seq" value={seq} />
        <Field
          label="Picture"
          name="file"
          required
          error={problems.file}
          hint="PNG, JPEG, GIF or WebP, 5 MB at most."
        >
          <Input type="file" accept="image/png,image/jpeg,image/gif,image/webp" />
        </Field>
        <Field label="What it shows, for those who cannot see it" name="alt" error={problems.alt}>
          <Input maxLength={500} defaultValue={values.alt} />
        </Field>
        <label className="flex min-h-6 items-center gap-2 text-sm pointer-coarse:min-h-11">
          <Checkbox name="decorative" defaultChecked={values.decorative !== undefined} />
          Decorative: it says nothing that the row does not say
        </label>
        <div>
          <SubmitButton variant="outline">Attach picture</SubmitButton>
        </div>
      </form>
    </Disclosure>
  );
}
