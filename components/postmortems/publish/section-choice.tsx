import Form from "next/form";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import type { SectionChoice } from "@/lib/domain/publication/sections";

type SectionPickerProps = { path: string; sections: SectionChoice[]; chosen: readonly number[] };

/** Which sections go out. A GET form: what would go out has an address, and nothing is sent by looking. */
export function SectionPicker({ path, sections, chosen }: SectionPickerProps) {
  return (
    <Form action={path} key={chosen.join()} className="grid gap-3">
      <fieldset>
        <legend className="mb-2 font-medium">Sections that go out</legend>
        <ul className="grid gap-1">
          {sections.map(({ index, title, isInternal, hasTodo }) => (
            <li key={index}>
              <label className="flex min-h-8 flex-wrap items-center gap-2 wrap-anywhere pointer-coarse:min-h-11">
                <Checkbox name="section" value={index} defaultChecked={chosen.includes(index)} />
                {title}
                {isInternal && <Badge variant="warning">Usually internal</Badge>}
                {hasTodo && <Badge>Has a TODO</Badge>}
              </label>
            </li>
          ))}
        </ul>
      </fieldset>
      <Button type="submit" variant="outline" className="w-fit">
        Preview
      </Button>
    </Form>
  );
}
