import { TemplateForm } from "@/components/maintenance/template-form";
import { TemplateList } from "@/components/maintenance/template-list";
import { PublicPageNav } from "@/components/page-settings/public-page-nav";
import { PageHeader } from "@/components/shell/page-header";
import { Card, CardContent, CardHeader, CardTitle } from "@/components/ui/card";
import { listMaintenanceTemplates } from "@/db/queries/maintenance-templates";
import { listWorkComponents } from "@/db/queries/maintenances";
import { requireViewer } from "@/lib/auth/viewer";
import { can } from "@/lib/domain/permissions";
import {
  addMaintenanceTemplateAction,
  editMaintenanceTemplateAction,
  removeMaintenanceTemplateAction,
} from "./actions";

export const metadata = { title: "Maintenance templates" };

const ACTIONS = { edit: editMaintenanceTemplateAction, remove: removeMaintenanceTemplateAction };

export default async function MaintenanceTemplatesPage() {
  const viewer = await requireViewer();
  const canManage = can(viewer, "maintenance:manage");
  const components = listWorkComponents();

  return (
    <div className="mx-auto max-w-3xl">
      <PageHeader
        title="Maintenance templates"
        description="Words, length and components of work that comes again."
      />
      <PublicPageNav viewer={viewer} />
      <div className="grid gap-5">
        <Card aria-labelledby="templates">
          <CardHeader>
            <CardTitle id="templates">Templates</CardTitle>
          </CardHeader>
          <TemplateList
            templates={listMaintenanceTemplates()}
            components={components}
            actions={canManage ? ACTIONS : undefined}
          />
        </Card>
        {canManage && (
          <Card aria-labelledby="add">
            <CardHeader>
              <CardTitle id="add">Add a template</CardTitle>
            </CardHeader>
            <CardContent>
              <TemplateForm components={components} action={addMaintenanceTemplateAction} />
            </CardContent>
          </Card>
        )}
      </div>
    </div>
  );
}
