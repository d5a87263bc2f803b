import { Field } from "@/components/form/field";
import { Input } from "@/components/ui/input";

type OtherFieldProps = {
  label: string;
  /** The id of the list to choose from. */
  others: string;
  value: string | undefined;
  error: string[] | undefined;
};

/** Names another incident by its key or by words of its title. */
export function OtherField({ label, others, value, error }: OtherFieldProps) {
  return (
    <Field
      label={label}
      name="other"
      required
      error={error}
      hint="Its key, a link to it, or words of its title."
    >
      <Input list={others} maxLength={500} autoComplete="off" defaultValue={value} />
    </Field>
  );
}
