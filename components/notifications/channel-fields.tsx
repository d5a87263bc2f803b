import { Field } from "@/components/form/field";
import { Checkbox } from "@/components/ui/checkbox";
import { Input } from "@/components/ui/input";
import { NativeSelect } from "@/components/ui/native-select";
import { USUAL_PER_MINUTE } from "@/lib/domain/channel";

export type Choosable = { id: number; name: string };

type ChannelFieldsProps = {
  values: Record<string, string>;
  problems: Record<string, string[]>;
  services: Choosable[];
  teams: Choosable[];
};

/** What a channel hears, whatever it is reached by. */
export function ChannelFields({ values, problems, services, teams }: ChannelFieldsProps) {
  return (
    <>
      <div className="grid items-start gap-4 sm:grid-cols-2">
        <Field
          label="Who reads it"
          name="reach"
          error={problems.reach}
          hint="People outside of your organisation hear only what is on the public page."
        >
          <NativeSelect key={values.reach} defaultValue={values.reach ?? "internal"}>
            <option value="internal">Our own people</option>
            <option value="outside">People outside</option>
          </NativeSelect>
        </Field>
        <Field
          label="Messages a minute, at most"
          name="perMinute"
          error={problems.perMinute}
          hint="What is more than that is told in one message."
        >
          <Input
            inputMode="numeric"
            autoComplete="off"
            maxLength={3}
            defaultValue={values.perMinute ?? USUAL_PER_MINUTE}
          />
        </Field>
        <Only label="Only about the service" name="serviceId" options={services} values={values} />
        <Only label="Only about services of" name="teamId" options={teams} values={values} />
      </div>
      <label className="touch-target flex items-center gap-2 text-sm">
        <Checkbox
          name="hearsDrills"
          value="on"
          defaultChecked={values.reach === undefined || values.hearsDrills === "on"}
        />
        Drills too, marked as such
      </label>
    </>
  );
}

type OnlyProps = {
  label: string;
  name: string;
  options: Choosable[];
  values: Record<string, string>;
};

const Only = ({ label, name, options, values }: OnlyProps) => (
  <Field label={label} name={name}>
    <NativeSelect key={values[name]} defaultValue={values[name] ?? ""}>
      <option value="">{name === "teamId" ? "Any team" : "Any service"}</option>
      {options.map(({ id, name: called }) => (
        <option key={id} value={id}>
          {called}
        </option>
      ))}
    </NativeSelect>
  </Field>
);
