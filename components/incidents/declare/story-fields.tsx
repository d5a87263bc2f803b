import type { ReactNode } from "react";
import { Field } from "@/components/form/field";
import { Input } from "@/components/ui/input";
import { Textarea } from "@/components/ui/textarea";

type StoryFieldsProps = {
  given: Partial<Record<string, string>>;
  problems: Record<string, string[]>;
  /** What there is to say about the service, below it. */
  hint: ReactNode;
};

/** What is affected, what is known, and who leads. */
export function StoryFields({ given, problems, hint }: StoryFieldsProps) {
  return (
    <>
      <div className="grid gap-5 sm:grid-cols-2">
        <Field label="Service" name="service" error={problems.service}>
          <Input list="known-services" autoComplete="off" defaultValue={given.service} />
        </Field>
        <Field
          label="Also affected"
          name="affectedServices"
          error={problems.affectedServices}
          hint="Other services, with commas between."
        >
          <Input autoComplete="off" defaultValue={given.affectedServices} />
        </Field>
      </div>
      {hint}
      <Field
        label="Summary"
        name="summary"
        error={problems.summary}
        hint="What you know so far. It opens the timeline."
      >
        <Textarea defaultValue={given.summary} />
      </Field>
      <Field
        label="Commander"
        name="commander"
        error={problems.commander}
        hint="Who leads the response."
        className="sm:max-w-1/2"
      >
        <Input list="known-people" autoComplete="off" defaultValue={given.commander} />
      </Field>
    </>
  );
}
