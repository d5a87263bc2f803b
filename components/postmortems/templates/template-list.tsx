import { Check } from "lucide-react";
import Link from "next/link";
import { ChangeButton } from "@/components/form/change-button";
import type { FormAction } from "@/components/form/use-form";
import { Time } from "@/components/time";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Card, CardContent, CardFooter, CardHeader, CardTitle } from "@/components/ui/card";
import { Disclosure } from "@/components/ui/disclosure";
import type { ListedTemplate } from "@/db/queries/postmortem-templates";
import { SOURCE_NAMES } from "./source-names";

export type TemplateActions = { choose: FormAction; remove: FormAction };

type TemplateListProps = {
  templates: ListedTemplate[];
  /** Missing for those who may only look. */
  actions: TemplateActions | undefined;
};

export function TemplateList({ templates, actions }: TemplateListProps) {
  return (
    <ul aria-label="Templates" className="grid gap-4">
      {templates.map((template) => (
        <li key={template.name}>
          <TemplateCard template={template} actions={actions} />
        </li>
      ))}
    </ul>
  );
}

const FOLLOWED = ["No postmortem follows it.", "1 postmortem follows it."];

type TemplateCardProps = { template: ListedTemplate; actions: TemplateActions | undefined };

function TemplateCard({ template, actions }: TemplateCardProps) {
  const { name, sections, isDefault, isBuiltIn, isChanged, uses, updatedBy, updatedAt } = template;
  return (
    <Card aria-label={name}>
      <CardHeader>
        <CardTitle className="text-base">{name}</CardTitle>
        {isDefault && (
          <Badge variant="success">
            <Check aria-hidden />
            Default
          </Badge>
        )}
      </CardHeader>
      <CardContent>
        <p className="text-[0.8125rem] text-muted-foreground">
          {FOLLOWED[uses] ?? `${uses} postmortems follow it.`}
          {updatedAt !== undefined && (isChanged || !isBuiltIn) && (
            <>
              {" "}
              Changed <Time at={updatedAt} /> by {updatedBy}.
            </>
          )}
        </p>
        <Disclosure summary={sections.length === 1 ? "1 section" : `${sections.length} sections`}>
          <ol className="grid list-decimal gap-2 ps-6">
            {sections.map(({ title, help, isRequired, source }) => (
              <li key={title}>
                <span className="font-medium wrap-anywhere">{title}</span>{" "}
                {isRequired && <Badge variant="outline">Required</Badge>}
                <span className="block text-[0.8125rem] text-muted-foreground">
                  {help} {source && `From the record: ${SOURCE_NAMES[source].toLowerCase()}.`}
                </span>
              </li>
            ))}
          </ol>
        </Disclosure>
      </CardContent>
      {actions && <TemplateTools template={template} actions={actions} />}
    </Card>
  );
}

function TemplateTools({ template, actions }: TemplateCardProps & { actions: TemplateActions }) {
  const { name, version, isDefault, isBuiltIn, isChanged } = template;
  const spoken = <span className="sr-only"> {name}</span>;
  return (
    <CardFooter>
      <Button asChild variant="outline" size="sm">
        <Link href={`/postmortems/templates/${encodeURIComponent(name)}`}>Edit{spoken}</Link>
      </Button>
      <Button asChild variant="outline" size="sm">
        <Link href={`/postmortems/templates?from=${encodeURIComponent(name)}#add`}>
          Copy{spoken}
        </Link>
      </Button>
      {!isDefault && (
        <ChangeButton action={actions.choose} fields={{ name }}>
          Make {name} the default
        </ChangeButton>
      )}
      {(!isBuiltIn || isChanged) && (
        <ChangeButton action={actions.remove} fields={{ name, version }}>
          {isBuiltIn ? `Set ${name} back to how it came` : `Remove ${name}`}
        </ChangeButton>
      )}
    </CardFooter>
  );
}
