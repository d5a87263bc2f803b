import { Field } from "@/components/form/field";
import { Input } from "@/components/ui/input";
import { NativeSelect } from "@/components/ui/native-select";

export type ServiceOption = { id: number; name: string };

type ComponentFieldsProps = {
  services: ServiceOption[];
  values: { name?: string; description?: string; serviceId?: string };
  problems: Record<string, string[]>;
};

/** What a component is called, and what it stands for. */
export function ComponentFields({ services, values, problems }: ComponentFieldsProps) {
  return (
    <>
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label="Name" name="name" required error={problems.name}>
          <Input defaultValue={values.name} maxLength={80} autoComplete="off" />
        </Field>
        <Field
          label="Service"
          name="serviceId"
          error={problems.serviceId}
          hint="What it stands for inside. Customers never see it."
        >
          <NativeSelect defaultValue={values.serviceId ?? ""}>
            <option value="">None</option>
            {services.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </NativeSelect>
        </Field>
      </div>
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
