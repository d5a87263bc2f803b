import Link from "next/link";
import { notFound } from "next/navigation";
import { TemplateEditor } from "@/components/postmortems/templates/template-editor";
import { PageHeader } from "@/components/shell/page-header";
import { listTemplates } from "@/db/queries/postmortem-templates";
import { requireViewer } from "@/lib/auth/viewer";
import { can } from "@/lib/domain/permissions";
import { editTemplateAction } from "../actions";

type TemplatePageProps = { params: Promise<{ template: string }> };

export const metadata = { title: "Postmortem template" };

export default async function TemplatePage({ params }: TemplatePageProps) {
  const viewer = await requireViewer();
  const { template: asked } = await params;
  const template = listTemplates().find((each) =>
    [each.name, encodeURIComponent(each.name)].includes(asked),
  );
  if (!template || !can(viewer, "postmortem:template")) notFound();
  const { name, version, sections, isBuiltIn } = template;

  return (
    <div className="mx-auto max-w-3xl">
      <PageHeader
        title={`Template ${name}`}
        description={
          <Link href="/postmortems/templates" className="touch-target text-link hover:underline">
            All templates
          </Link>
        }
      />
      <TemplateEditor
        template={{ name, version, sections }}
        isBuiltIn={isBuiltIn}
        action={editTemplateAction}
      />
    </div>
  );
}
