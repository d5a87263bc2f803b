import Link from "next/link";
import { Field } from "@/components/form/field";
import { Disclosure } from "@/components/ui/disclosure";
import { Input } from "@/components/ui/input";
import { NativeSelect } from "@/components/ui/native-select";
import { COMPONENT_STATUSES, COMPONENT_STATUS_LABELS } from "@/lib/domain/component";
import type { ChoosableComponent } from "./update-subject";

type ComponentChoiceProps = {
  components: ChoosableComponent[];
  /** The chosen state by id; an empty one keeps the present state. */
  chosen: (component: ChoosableComponent) => string;
  choose: (id: number, status: string) => void;
  /** From when on the states hold, as it was typed, and what is wrong with it. */
  since: { value: string | undefined; error: string[] | undefined };
};

/** How the components are from now on: those that the incident likely concerns first, the rest to open. */
export function ComponentChoice({ components, chosen, choose, since }: ComponentChoiceProps) {
  if (components.length === 0) return null;
  const selects = (shown: ChoosableComponent[]) => (
    <div className="grid gap-3 sm:grid-cols-2">
      {shown.map((component) => (
        <StateSelect
          key={component.id}
          component={component}
          chosen={chosen(component)}
          choose={(status) => choose(component.id, status)}
        />
      ))}
    </div>
  );
  const likely = components.filter(({ isLikely }) => isLikely);
  const others = components.filter(({ isLikely }) => !isLikely);
  const isOtherChosen = others.some((component) => chosen(component) !== "");

  return (
    <fieldset className="min-w-0">
      <legend className="mb-1.5 flex flex-wrap gap-x-3 text-[0.8125rem] leading-5 font-medium">
        Components on the status page
        <Link href="/components" className="touch-target font-normal text-link hover:underline">
          See all
        </Link>
      </legend>
      <div className="grid gap-2">
        {likely.length > 0 && selects(likely)}
        {others.length > 0 && (
          <Disclosure
            open={likely.length === 0 || isOtherChosen}
            summary={likely.length > 0 ? `${others.length} others` : `All ${others.length}`}
          >
            {selects(others)}
          </Disclosure>
        )}
        <Field
          label="New states hold since, in UTC"
          name="componentsAt"
          error={since.error}
          hint="Uptime counts from then on. Leave it empty for the time of this update."
          className="sm:max-w-xs"
        >
          <Input type="datetime-local" step={1} defaultValue={since.value} />
        </Field>
      </div>
    </fieldset>
  );
}

type StateSelectProps = {
  component: ChoosableComponent;
  chosen: string;
  choose: (status: string) => void;
};

function StateSelect({ component, chosen, choose }: StateSelectProps) {
  const { id, name, status } = component;
  return (
    <Field label={name} name={`components.${id}`}>
      <NativeSelect value={chosen} onChange={(event) => choose(event.target.value)}>
        <option value="">{COMPONENT_STATUS_LABELS[status]}, as it is</option>
        {COMPONENT_STATUSES.filter((each) => each !== status).map((each) => (
          <option key={each} value={each}>
            {COMPONENT_STATUS_LABELS[each]}
          </option>
        ))}
      </NativeSelect>
    </Field>
  );
}
