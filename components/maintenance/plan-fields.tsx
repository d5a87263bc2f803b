import { Field } from "@/components/form/field";
import { Checkbox } from "@/components/ui/checkbox";
import { Input } from "@/components/ui/input";
import { NativeSelect } from "@/components/ui/native-select";
import { Textarea } from "@/components/ui/textarea";
import type { WorkComponent } from "@/db/queries/maintenances";
import { COMPONENT_STATUSES } from "@/lib/domain/component";
import { REMINDERS } from "@/lib/domain/maintenance";
import { WindowFields } from "./window-fields";
import { DURING, lengthInWords } from "./work-words";

export type PlanFieldsProps = {
  zone: string;
  components: WorkComponent[];
  values: Record<string, string>;
  problems: Record<string, string[]>;
  /** What the message is for; a new plan must have one. */
  message: { label: string; hint: string; isRequired: boolean };
  isBegun?: boolean;
};

/** What is planned, when, on what, and what of it happens by itself. */
export function PlanFields(props: PlanFieldsProps) {
  const { components, values, problems, message, isBegun = false } = props;
  return (
    <>
      <Field
        label="Title"
        name="title"
        required
        error={problems.title}
        hint="Customers read it: “Database upgrade” rather than a ticket’s name."
      >
        <Input defaultValue={values.title} maxLength={200} autoComplete="off" />
      </Field>
      <WindowFields {...props} />
      <Field
        label={message.label}
        name="body"
        required={message.isRequired}
        error={problems.body}
        hint={message.hint}
      >
        <Textarea defaultValue={values.body} maxLength={5000} />
      </Field>
      {isBegun ? (
        <StandingComponents components={components} values={values} />
      ) : (
        <PlannedComponents components={components} values={values} />
      )}
      <Automation values={values} problems={problems} />
    </>
  );
}

type ComponentsProps = Pick<PlanFieldsProps, "components" | "values">;

function PlannedComponents({ components, values }: ComponentsProps) {
  if (components.length === 0) return null;
  return (
    <fieldset className="min-w-0">
      <legend className="mb-1.5 text-sm leading-5 font-medium">Components meanwhile</legend>
      <div className="grid gap-3 sm:grid-cols-2">
        {components.map(({ id, name }) => (
          <Field key={id} label={name} name={`components.${id}`}>
            <NativeSelect defaultValue={values[`components.${id}`] ?? ""}>
              <option value="">Not touched</option>
              <option value="under_maintenance">{DURING.under_maintenance}</option>
              {COMPONENT_STATUSES.filter((status) => status !== "under_maintenance").map(
                (status) => (
                  <option key={status} value={status}>
                    {DURING[status]}
                  </option>
                ),
              )}
            </NativeSelect>
          </Field>
        ))}
      </div>
      <p className="mt-1.5 text-[0.8125rem] text-muted-foreground">
        From its beginning on, and back as before with its end. Work hides no outage: what is worse
        already stays so.
      </p>
    </fieldset>
  );
}

/** Once work has begun its updates say how components are; the form only keeps what was planned. */
const StandingComponents = ({ components, values }: ComponentsProps) =>
  components.map(({ id }) => {
    const name = `components.${id}`;
    return values[name] ? <input key={id} type="hidden" name={name} value={values[name]} /> : null;
  });

function Automation({ values, problems }: Pick<PlanFieldsProps, "values" | "problems">) {
  const chosen = Number(values.remindBefore ?? 0);
  const offered = [...new Set([...REMINDERS, ...(chosen > 0 ? [chosen] : [])])];
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <fieldset className="grid content-start gap-1.5">
        <legend className="mb-1.5 text-sm leading-5 font-medium">By itself</legend>
        {(
          [
            ["startsItself", "Begin at the planned time"],
            ["endsItself", "End at the planned time"],
          ] as const
        ).map(([name, label]) => (
          <label key={name} className="flex min-h-9 items-center gap-2 pointer-coarse:min-h-11">
            <Checkbox name={name} defaultChecked={values[name] === "on"} />
            {label}
          </label>
        ))}
      </fieldset>
      <Field
        label="Remind subscribers"
        name="remindBefore"
        error={problems.remindBefore}
        hint="Once, unless they heard of it later than that."
      >
        <NativeSelect defaultValue={values.remindBefore ?? ""}>
          <option value="">Do not remind</option>
          {offered
            .toSorted((a, b) => a - b)
            .map((minutes) => (
              <option key={minutes} value={minutes}>
                {lengthInWords(minutes)} before
              </option>
            ))}
        </NativeSelect>
      </Field>
    </div>
  );
}
