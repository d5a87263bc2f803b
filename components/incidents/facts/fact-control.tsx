import type { ComponentProps } from "react";
import { Input } from "@/components/ui/input";
import { NativeSelect } from "@/components/ui/native-select";
import { Textarea } from "@/components/ui/textarea";
import { definitionOf, type Fact } from "@/lib/domain/facts";
import { humanize } from "@/lib/format";

type FactControlProps = Pick<
  ComponentProps<"input">,
  "id" | "name" | "required" | "aria-describedby" | "aria-invalid"
> & { fact: Fact; text: string };

/** The control that asks for a fact, as its kind wants it. */
export function FactControl({ fact, text, ...props }: FactControlProps) {
  const { kind, words = [] } = definitionOf(fact);
  if (kind === "line") return <Input autoComplete="off" defaultValue={text} {...props} />;
  if (kind === "text") return <Textarea defaultValue={text} {...props} />;
  if (kind === "lines") {
    return <Textarea className="min-h-16" spellCheck={false} defaultValue={text} {...props} />;
  }
  if (kind === "number" || kind === "percentage") {
    return <Input type="number" step="any" inputMode="decimal" defaultValue={text} {...props} />;
  }

  const known = kind === "flag" ? ["yes", "no"] : words;
  const options = text === "" || known.includes(text) ? known : [...known, text];
  return (
    <NativeSelect defaultValue={text} {...props}>
      <option value="">Not known</option>
      {options.map((word) => (
        <option key={word} value={word}>
          {humanize(word)}
        </option>
      ))}
    </NativeSelect>
  );
}
