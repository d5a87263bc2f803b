import { Check, CircleDashed } from "lucide-react";
import Link from "next/link";
import { Badge } from "@/components/ui/badge";
import { Card, CardContent, CardFooter, CardHeader, CardTitle } from "@/components/ui/card";
import type { SectionProblem, SectionState } from "@/lib/domain/template";

const PROBLEMS: Record<SectionProblem, string> = {
  missing: "Not in the text",
  empty: "Nothing written yet",
  todo: "Still has a TODO",
};

type SectionHelpProps = {
  incidentKey: string;
  sections: SectionState[];
  /** True where the record gives something that the text does not have. */
  hasNews: boolean;
};

/** The sections that the template asks for, what each is for, and how far the text is. */
export function SectionHelp({ incidentKey, sections, hasNews }: SectionHelpProps) {
  const required = sections.filter(({ isRequired }) => isRequired);
  const done = required.filter(({ problem }) => problem === undefined);
  return (
    <Card aria-labelledby="section-help">
      <CardHeader>
        <CardTitle id="section-help">Sections</CardTitle>
        <span className="text-[0.8125rem] text-muted-foreground">
          {done.length} of {required.length} required done
        </span>
      </CardHeader>
      <CardContent>
        <ul className="grid gap-1">
          {sections.map((section) => (
            <SectionRow key={section.title} section={section} />
          ))}
        </ul>
      </CardContent>
      <CardFooter className="text-[0.8125rem]">
        <Link
          href={`/incidents/${encodeURIComponent(incidentKey)}/postmortem/draft`}
          prefetch={false}
          className="touch-target text-link underline underline-offset-2"
        >
          {hasNews ? "The record changed: draft again" : "Compare with the record"}
        </Link>
      </CardFooter>
    </Card>
  );
}

function SectionRow({ section }: { section: SectionState }) {
  const { title, help, isRequired, problem } = section;
  const Icon = problem ? CircleDashed : Check;
  return (
    <li>
      <details className="group text-[0.8125rem]">
        <summary className="flex min-h-6 list-none items-start gap-2 rounded-sm hover:text-link pointer-coarse:min-h-11 [&::-webkit-details-marker]:hidden">
          <Icon
            aria-hidden
            className={
              problem
                ? "mt-0.5 size-4 shrink-0 text-muted-foreground"
                : "mt-0.5 size-4 shrink-0 text-success"
            }
          />
          <span className="min-w-0 flex-1 wrap-anywhere">
            <span className="font-medium">{title}</span>{" "}
            {isRequired && <Badge variant="outline">Required</Badge>}
            <span className="block text-muted-foreground">
              {problem ? PROBLEMS[problem] : "Written"}
            </span>
          </span>
        </summary>
        <p className="ps-6 pb-2 text-muted-foreground">{help || "No help text."}</p>
      </details>
    </li>
  );
}
