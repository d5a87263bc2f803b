import { Field } from "@/components/form/field";
import { Input } from "@/components/ui/input";
import { NativeSelect } from "@/components/ui/native-select";
import {
  CLOSES,
  CLOSES_NAMES,
  JOIN_NAMES,
  JOINS,
  RULE_DEED_NAMES,
  RULE_DEEDS,
} from "@/lib/domain/alerts/rule";
import { SEVERITIES } from "@/lib/domain/incident";
import type { RuleFieldsProps } from "./rule-condition-fields";

/** What a rule does. */
export function RuleDeedFields({ texts, problems }: RuleFieldsProps) {
  return (
    <>
      <Field label="What happens" name="deed" error={problems.deed}>
        <Choice chosen={texts.deed} words={RULE_DEEDS} names={RULE_DEED_NAMES} />
      </Field>
      <div className="grid items-start gap-5 sm:grid-cols-2">
        <Field
          label="It joins the incident of"
          name="joins"
          error={problems.joins}
          hint="Each also takes what is closer than that."
        >
          <Choice chosen={texts.joins} words={JOINS} names={JOIN_NAMES} />
        </Field>
        <Field
          label="Within so many minutes"
          name="windowMinutes"
          error={problems.windowMinutes}
          hint="Since its last alert. Left empty: while it is open."
        >
          <Input type="number" min={1} max={10080} defaultValue={texts.windowMinutes} />
        </Field>
        <Field label="Severity of what it declares" name="severity" error={problems.severity}>
          <NativeSelect defaultValue={texts.severity ?? ""}>
            <option value="">As the alert says, else SEV3</option>
            {SEVERITIES.map((severity) => (
              <option key={severity}>{severity}</option>
            ))}
          </NativeSelect>
        </Field>
        <Field
          label="Title of what it declares"
          name="titleTemplate"
          error={problems.titleTemplate}
          hint="{title}, {service}, {severity} and {labels.NAME} are filled in."
        >
          <Input defaultValue={texts.titleTemplate} maxLength={200} autoComplete="off" />
        </Field>
      </div>
      <Field label="Once all alerts are resolved" name="closes" error={problems.closes}>
        <Choice chosen={texts.closes} words={CLOSES} names={CLOSES_NAMES} />
      </Field>
    </>
  );
}

type ChoiceProps<Word extends string> = {
  chosen: string | undefined;
  words: readonly Word[];
  names: Record<Word, string>;
  id?: string;
  name?: string;
};

function Choice<Word extends string>({ chosen, words, names, ...props }: ChoiceProps<Word>) {
  return (
    <NativeSelect {...props} defaultValue={chosen}>
      {words.map((word) => (
        <option key={word} value={word}>
          {names[word]}
        </option>
      ))}
    </NativeSelect>
  );
}
