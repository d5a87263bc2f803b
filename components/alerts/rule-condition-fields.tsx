import { Field } from "@/components/form/field";
import { Checkbox } from "@/components/ui/checkbox";
import { Textarea } from "@/components/ui/textarea";
import { SEVERITY_CHOICES, type RuleTexts } from "@/lib/domain/alerts/rule-texts";
import { SOURCE_KINDS, SOURCE_NAMES } from "@/lib/domain/alerts/source";

export type RuleFieldsProps = { texts: RuleTexts; problems: Record<string, string[]> };

/** Which alerts a rule is for. What is left empty asks for nothing. */
export function RuleConditionFields({ texts, problems }: RuleFieldsProps) {
  return (
    <>
      <Ticks
        legend="Sources"
        prefix="source"
        texts={texts}
        choices={SOURCE_KINDS.map((kind) => [kind, SOURCE_NAMES[kind]])}
      />
      <Ticks
        legend="Severities"
        prefix="severity"
        texts={texts}
        choices={SEVERITY_CHOICES.map((word) => [word, word === "none" ? "None" : word])}
      />
      <Field
        label="Services"
        name="services"
        error={problems.services}
        hint="One on each line; the alert’s service is one of them. A * stands for any characters."
      >
        <Textarea rows={2} maxLength={4000} defaultValue={texts.services} spellCheck={false} />
      </Field>
      <Field
        label="Labels"
        name="labels"
        error={problems.labels}
        hint="One on each line, as env=prod* or team!=search; all of them hold. A label that is not there is empty."
      >
        <Textarea rows={3} maxLength={4000} defaultValue={texts.labels} spellCheck={false} />
      </Field>
    </>
  );
}

type TicksProps = {
  legend: string;
  prefix: string;
  texts: RuleTexts;
  choices: (readonly [string, string])[];
};

function Ticks({ legend, prefix, texts, choices }: TicksProps) {
  return (
    <fieldset className="min-w-0">
      <legend className="mb-1.5 text-[0.8125rem] leading-5 font-medium">{legend}</legend>
      <div className="flex flex-wrap gap-x-4 gap-y-1">
        {choices.map(([value, label]) => (
          <label
            key={value}
            className="flex min-h-7 items-center gap-2 text-sm pointer-coarse:min-h-11"
          >
            <Checkbox
              name={`${prefix}-${value}`}
              value="on"
              defaultChecked={`${prefix}-${value}` in texts}
            />
            {label}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
