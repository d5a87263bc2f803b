import { Field } from "@/components/form/field";
import { definitionOf, FACT_NAMES, type Fact, type FactTexts } from "@/lib/domain/facts";
import { FactControl } from "./fact-control";

export const fieldName = (fact: Fact) => `facts.${fact}`;

/** The facts that a form holds just now. */
export function factsIn(form: HTMLFormElement): FactTexts {
  const fields = new FormData(form);
  return Object.fromEntries(
    FACT_NAMES.flatMap((fact) => {
      const text = fields.get(fieldName(fact));
      return typeof text === "string" ? [[fact, text]] : [];
    }),
  );
}

/** The facts that a refused form gives back. */
export function factsGivenBack(values: Record<string, string>): FactTexts {
  return Object.fromEntries(
    FACT_NAMES.flatMap((fact) => {
      const text = values[fieldName(fact)];
      return text === undefined ? [] : [[fact, text]];
    }),
  );
}

type FactFieldsProps = {
  facts: readonly Fact[];
  texts: FactTexts;
  problems: Record<string, string[]>;
};

/** Columns for the fields of facts, as many as there is room for. */
export const FACT_COLUMNS = "grid grid-cols-[repeat(auto-fill,minmax(12rem,1fr))] gap-3";

/** A field for each fact. */
export function FactFields({ facts, texts, problems }: FactFieldsProps) {
  return facts.map((fact) => {
    const { label, kind, isRequired } = definitionOf(fact);
    return (
      <Field
        key={fact}
        label={label}
        name={fieldName(fact)}
        required={isRequired ?? false}
        error={problems[fieldName(fact)]}
        className={kind === "text" || kind === "lines" ? "col-span-full" : ""}
        hint={kind === "lines" ? "One per line." : undefined}
      >
        <FactControl id={`fact-${fact}`} fact={fact} text={texts[fact] ?? ""} />
      </Field>
    );
  });
}
