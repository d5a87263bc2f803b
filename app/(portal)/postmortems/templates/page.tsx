import Link from "next/link";
import { AddTemplate } from "@/components/postmortems/templates/add-template";
import { TemplateList } from "@/components/postmortems/templates/template-list";
import { PageHeader } from "@/components/shell/page-header";
import { Card, CardContent, CardHeader, CardTitle } from "@/components/ui/card";
import { listTemplates } from "@/db/queries/postmortem-templates";
import { requireViewer } from "@/lib/auth/viewer";
import { can } from "@/lib/domain/permissions";
import { addTemplateAction, chooseTemplateAction, removeTemplateAction } from "./actions";

export const metadata = { title: "Postmortem templates" };

type TemplatesPageProps = { searchParams: Promise<{ from?: string | string[] }> };

export default async function TemplatesPage({ searchParams }: TemplatesPageProps) {
  const viewer = await requireViewer();
  const { from } = await searchParams;
  const templates = listTemplates();
  const names = templates.map(({ name }) => name);
  const canChange = can(viewer, "postmortem:template");

  return (
    <div className="mx-auto grid max-w-3xl gap-5">
      <PageHeader
        title="Postmortem templates"
        description={
          <>
            Which sections a new{" "}
            <Link href="/postmortems" className="text-link underline">
              postmortem
            </Link>{" "}
            has. What was begun keeps its text. {!canChange && "Admins change them."}
          </>
        }
      />
      <TemplateList
        templates={templates}
        actions={
          canChange ? { choose: chooseTemplateAction, remove: removeTemplateAction } : undefined
        }
      />
      {canChange && (
        <Card aria-labelledby="add">
          <CardHeader>
            <CardTitle id="add">Add a template</CardTitle>
          </CardHeader>
          <CardContent>
            <AddTemplate
              names={names}
              from={names.find((name) => name === from)}
              action={addTemplateAction}
            />
          </CardContent>
        </Card>
      )}
    </div>
  );
}
