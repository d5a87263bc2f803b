import { Disclosure } from "@/components/ui/disclosure";
import type { RedraftSection } from "@/lib/domain/redraft";
import { hasTodo } from "@/lib/domain/template";

const STATES = {
  same: "as the record gives it",
  changed: "the record changed",
  written: "written by people, and the record gives nothing new",
  missing: "missing",
  removed: "taken out by somebody",
  own: "added by people; no template asks for it",
} as const;

/** The sections about which there is nothing to decide. */
export function SectionStates({ sections }: { sections: RedraftSection[] }) {
  if (sections.length === 0) return null;
  const count = sections.length === 1 ? "1 section stays" : `${sections.length} sections stay`;
  return (
    <Disclosure summary={`${count} as they are`} className="text-sm">
      <ul className="grid gap-1 ps-5">
        {sections.map(({ name, title, kind, mine }) => (
          <li key={name} className="wrap-anywhere">
            <span className="font-medium">{title}</span>: {STATES[kind]}
            {hasTodo(mine) && ", and still has a TODO"}.
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}
