import { Field } from "@/components/form/field";
import { Checkbox } from "@/components/ui/checkbox";
import { Input } from "@/components/ui/input";
import { NativeSelect } from "@/components/ui/native-select";
import type { Component } from "@/db/queries/components";

export type Option = { id: number; name: string };

type ComponentFieldsProps = {
  services: Option[];
  groups: Option[];
  values: Record<string, string>;
  problems: Record<string, string[]>;
};

/** What a component is called, where it stands, what it stands for, and when readers see it. */
export function ComponentFields({ services, groups, values, problems }: ComponentFieldsProps) {
  return (
    <>
      <NameFields values={values} problems={problems} />
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label="Group" name="groupId" error={problems.groupId}>
          <Choice options={groups} chosen={values.groupId} />
        </Field>
        <Field
          label="Service"
          name="serviceId"
          error={problems.serviceId}
          hint="What it stands for inside: updates of its incidents propose this component. Customers never see it."
        >
          <Choice options={services} chosen={values.serviceId} />
        </Field>
      </div>
      <div className="grid items-start gap-4 sm:grid-cols-2">
        <fieldset className="grid gap-1.5">
          <legend className="mb-1.5 text-sm leading-5 font-medium">On the page</legend>
          <Tick name="showsUptime" values={values}>
            Show its uptime
          </Tick>
          <Tick name="isOnlyShownDegraded" values={values}>
            Show it only while something is wrong with it
          </Tick>
        </fieldset>
        <Field
          label="Known since"
          name="startDate"
          error={problems.startDate}
          hint="Uptime counts from this day in UTC on. Empty: the day on which it was added."
        >
          <Input type="date" defaultValue={values.startDate} />
        </Field>
      </div>
    </>
  );
}

type NameFieldsProps = Pick<ComponentFieldsProps, "values" | "problems">;

/** All that readers are told of a group. */
export function NameFields({ values, problems }: NameFieldsProps) {
  return (
    <>
      <Field label="Name" name="name" required error={problems.name}>
        <Input defaultValue={values.name} maxLength={80} autoComplete="off" />
      </Field>
      <Field
        label="Description"
        name="description"
        error={problems.description}
        hint="One line for customers. It may stay empty."
      >
        <Input defaultValue={values.description} maxLength={300} autoComplete="off" />
      </Field>
    </>
  );
}

type ChoiceProps = {
  options: Option[];
  chosen: string | undefined;
  id?: string;
  name?: string;
};

function Choice({ options, chosen, ...field }: ChoiceProps) {
  return (
    <NativeSelect defaultValue={chosen ?? ""} {...field}>
      <option value="">None</option>
      {options.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </NativeSelect>
  );
}

type TickProps = {
  name: "showsUptime" | "isOnlyShownDegraded";
  values: Record<string, string>;
  children: string;
};

function Tick({ name, values, children }: TickProps) {
  return (
    <label className="flex min-h-7 items-center gap-2 pointer-coarse:min-h-11">
      <Checkbox name={name} defaultChecked={values[name] === "on"} />
      {children}
    </label>
  );
}

/** A component as the form's fields have it. */
export function fieldValues(component: Component): Record<string, string> {
  const { name, description, serviceId, groupId, startDate } = component;
  return {
    name,
    description: description ?? "",
    serviceId: serviceId === null ? "" : String(serviceId),
    groupId: groupId === null ? "" : String(groupId),
    startDate: startDate ?? "",
    ...(component.showsUptime && { showsUptime: "on" }),
    ...(component.isOnlyShownDegraded && { isOnlyShownDegraded: "on" }),
  };
}
