import { Field } from "@/components/form/field";
import { Input } from "@/components/ui/input";
import { NativeSelect } from "@/components/ui/native-select";
import { COMPONENT_STATUSES, COMPONENT_STATUS_LABELS } from "@/lib/domain/component";
import { fieldTime } from "@/lib/domain/time";

type StateFieldsProps = {
  values: Record<string, string>;
  problems: Record<string, string[]>;
  /** What stands there before anybody chooses. */
  standing?: { status: string; at: number };
  /** A state that cannot be chosen. */
  without?: string;
  isTimeRequired?: boolean;
  timeHint?: string;
  focuses?: boolean;
};

/** How a component was, and from when on. */
export function StateFields(props: StateFieldsProps) {
  const { values, problems, standing, without, isTimeRequired = false, timeHint, focuses } = props;
  return (
    <div className="grid items-start gap-4 sm:grid-cols-2">
      <Field label="State" name="status" required error={problems.status}>
        <NativeSelect autoFocus={focuses} defaultValue={values.status ?? standing?.status ?? ""}>
          {!standing && <option value="">Choose a state</option>}
          {COMPONENT_STATUSES.filter((status) => status !== without).map((status) => (
            <option key={status} value={status}>
              {COMPONENT_STATUS_LABELS[status]}
            </option>
          ))}
        </NativeSelect>
      </Field>
      <Field
        label="Since, in UTC"
        name="at"
        required={isTimeRequired}
        error={problems.at}
        hint={timeHint}
      >
        <Input
          type="datetime-local"
          step={1}
          defaultValue={values.at ?? (standing && fieldTime(standing.at))}
        />
      </Field>
    </div>
  );
}
