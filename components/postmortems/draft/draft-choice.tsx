import Link from "next/link";
import type { OfferedTemplate } from "./start-form";

type DraftChoiceProps = { incidentKey: string; templates: OfferedTemplate[]; shown: string };

/** Of which template the draft is shown before anybody begins. */
export function DraftChoice({ incidentKey, templates, shown }: DraftChoiceProps) {
  const path = `/incidents/${encodeURIComponent(incidentKey)}/postmortem`;
  return (
    <>
      <h2 id="draft-choice" className="text-base font-semibold">
        What the record gives
      </h2>
      <nav
        aria-labelledby="draft-choice"
        className="flex max-w-full flex-wrap gap-1 rounded-lg bg-muted p-1"
      >
        {templates.map(({ name }) => (
          <Link
            key={name}
            href={`${path}?template=${encodeURIComponent(name)}`}
            scroll={false}
            aria-current={name === shown ? "true" : undefined}
            className="touch-target inline-flex min-h-7 items-center rounded-md border border-transparent px-3 text-[0.8125rem] font-medium wrap-anywhere text-muted-foreground hover:text-foreground aria-[current]:border-border aria-[current]:bg-card aria-[current]:text-foreground pointer-coarse:min-h-9 dark:aria-[current]:bg-secondary"
          >
            {name}
          </Link>
        ))}
      </nav>
    </>
  );
}
