import { Field } from "@/components/form/field";
import { Checkbox } from "@/components/ui/checkbox";
import { Input } from "@/components/ui/input";
import { WEEKDAYS } from "@/lib/domain/working-days";
import { DAY_NAMES } from "./hours-words";
import { ZONES_LIST } from "./zones";

type TeamFieldsProps = {
  /** `day1` to `day7` are "on" for a day with work. */
  values: Record<string, string>;
  problems: Record<string, string[]>;
};

/** What a team is called, and when it works. */
export function TeamFields({ values, problems }: TeamFieldsProps) {
  return (
    <>
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label="Name" name="name" required error={problems.name}>
          <Input defaultValue={values.name} maxLength={60} autoComplete="off" />
        </Field>
        <Field
          label="Time zone"
          name="zone"
          required
          error={problems.zone}
          hint="It says when a day begins and ends there, such as Europe/Berlin."
        >
          <Input defaultValue={values.zone} maxLength={60} autoComplete="off" list={ZONES_LIST} />
        </Field>
      </div>
      <fieldset
        aria-describedby={problems.workingDays ? "working-days-problem" : undefined}
        className="grid gap-1.5"
      >
        <legend className="mb-1.5 text-sm leading-5 font-medium">Working days</legend>
        <div className="flex flex-wrap gap-x-5">
          {WEEKDAYS.map((day) => (
            <label key={day} className="flex min-h-9 items-center gap-2 pointer-coarse:min-h-11">
              <Checkbox name={`day${day}`} defaultChecked={values[`day${day}`] === "on"} />
              {DAY_NAMES[day]}
            </label>
          ))}
        </div>
        {problems.workingDays && (
          <p
            id="working-days-problem"
            className="text-[0.8125rem] leading-5 font-medium text-danger"
          >
            {problems.workingDays.join(" ")}
          </p>
        )}
      </fieldset>
    </>
  );
}

/** The days as the form's fields have them. */
export function dayValues(workingDays: readonly number[]): Record<string, string> {
  return Object.fromEntries(workingDays.map((day) => [`day${day}`, "on"]));
}
