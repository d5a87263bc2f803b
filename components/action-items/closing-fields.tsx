import { Field } from "@/components/form/field";
import { NativeSelect } from "@/components/ui/native-select";
import { Textarea } from "@/components/ui/textarea";
import { EVIDENCE_KINDS } from "@/lib/domain/action-item";
import { EVIDENCE_NAMES, type ClosedColumn } from "@/lib/domain/closing";

type ClosingFieldsProps = {
  to: ClosedColumn;
  values: Record<string, string>;
  problems: Record<string, string[]>;
};

/** What Done and Won't do ask for: the proof, or the reason. */
export function ClosingFields({ to, values, problems }: ClosingFieldsProps) {
  if (to === "wont_do") {
    return (
      <Field
        label="Why it will not be done"
        name="reason"
        error={problems.reason}
        hint="The postmortem shows it beside the item."
        required
      >
        <Textarea rows={3} defaultValue={values.reason} />
      </Field>
    );
  }
  return (
    <>
      <Field label="Proven by" name="evidenceKind">
        <NativeSelect defaultValue={values.evidenceKind ?? "link"}>
          {EVIDENCE_KINDS.map((kind) => (
            <option key={kind} value={kind}>
              {EVIDENCE_NAMES[kind]}
            </option>
          ))}
        </NativeSelect>
      </Field>
      <Field
        label="Evidence"
        name="evidence"
        error={problems.evidence}
        hint="The address of the change or dashboard, the test that now guards it, or the figure that got better."
        required
      >
        <Textarea rows={3} defaultValue={values.evidence} />
      </Field>
    </>
  );
}
