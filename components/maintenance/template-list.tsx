import Link from "next/link";
import { ChangeButton } from "@/components/form/change-button";
import type { FormAction } from "@/components/form/use-form";
import { Disclosure } from "@/components/ui/disclosure";
import type { MaintenanceTemplate } from "@/db/queries/maintenance-templates";
import type { WorkComponent } from "@/db/queries/maintenances";
import { formatMinutes } from "@/lib/format";
import { TemplateForm } from "./template-form";

type TemplateListProps = {
  templates: MaintenanceTemplate[];
  components: WorkComponent[];
  /** Missing for those who may only look. */
  actions: { edit: FormAction; remove: FormAction } | undefined;
};

export function TemplateList({ templates, components, actions }: TemplateListProps) {
  if (templates.length === 0) {
    return <p className="px-4 pb-4 text-muted-foreground">No templates yet.</p>;
  }
  return (
    <ul className="divide-y divide-border border-t border-border">
      {templates.map((template) => (
        <li key={template.id} className="grid gap-1 px-4 py-3">
          <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-1">
            <div className="min-w-0">
              <h3 className="font-medium wrap-anywhere">{template.name}</h3>
              <p className="text-muted-foreground wrap-anywhere">
                {template.title}, {formatMinutes(template.minutes)}
              </p>
            </div>
            {actions && (
              <div className="flex flex-wrap items-center gap-1">
                <Link
                  href={`/maintenance/new?template=${template.id}`}
                  className="touch-target px-2.5 text-[0.8125rem] text-link hover:underline"
                >
                  Use<span className="sr-only"> {template.name}</span>
                </Link>
                <ChangeButton action={actions.remove} fields={{ id: template.id }}>
                  Remove<span className="sr-only"> {template.name}</span>
                </ChangeButton>
              </div>
            )}
          </div>
          {actions && (
            <Disclosure
              summary={
                <>
                  Edit<span className="sr-only"> {template.name}</span>
                </>
              }
            >
              <TemplateForm template={template} components={components} action={actions.edit} />
            </Disclosure>
          )}
        </li>
      ))}
    </ul>
  );
}
