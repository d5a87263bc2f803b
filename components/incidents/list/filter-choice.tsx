"use client";

import { NativeSelect } from "@/components/ui/native-select";
import { humanize } from "@/lib/format";

type FilterChoiceProps = {
  name: string;
  label: string;
  chosen: string | undefined;
  values: readonly string[];
  /** What a value is called, where its word is not its name. */
  words?: Readonly<Record<string, string>>;
  isWord?: boolean;
};

/** A select of which any may be chosen. As a client component it gets its values once. */
export function FilterChoice(props: FilterChoiceProps) {
  const { name, label, chosen, values, words = {}, isWord = false } = props;
  const offered = chosen && !values.includes(chosen) ? [...values, chosen] : values;
  return (
    <NativeSelect name={name} defaultValue={chosen ?? ""} aria-label={label} className="sm:w-36">
      <option value="">Any {label.toLowerCase()}</option>
      {offered.map((value) => (
        <option key={value} value={value}>
          {Object.hasOwn(words, value) ? words[value] : isWord ? humanize(value) : value}
        </option>
      ))}
    </NativeSelect>
  );
}
