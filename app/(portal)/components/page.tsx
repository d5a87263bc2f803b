import { AddComponent } from "@/components/components/add-component";
import { ArchivedComponents } from "@/components/components/archived-components";
import { ComponentRows } from "@/components/components/component-rows";
import { PageHeader } from "@/components/shell/page-header";
import { Card, CardContent, CardDescription, CardHeader, CardTitle } from "@/components/ui/card";
import { listArchivedComponents, listComponents, listServices } from "@/db/queries/components";
import { requireViewer } from "@/lib/auth/viewer";
import { can } from "@/lib/domain/permissions";
import {
  addComponentAction,
  archiveComponentAction,
  editComponentAction,
  moveComponentAction,
} from "./actions";

export const metadata = { title: "Components" };

export default async function ComponentsPage() {
  const viewer = await requireViewer();
  const canManage = can(viewer, "component:manage");
  const components = listComponents();
  const archived = listArchivedComponents();
  const services = canManage ? listServices() : [];

  return (
    <div className="mx-auto grid max-w-3xl gap-5">
      <PageHeader
        title="Components"
        description="The parts of your product that customers know by name. A public update sets how they are."
      />
      <Card aria-labelledby="in-use">
        <CardHeader>
          <CardTitle id="in-use">On the status page</CardTitle>
          <CardDescription>
            <a href="/status" className="touch-target text-link hover:underline">
              See what customers see
            </a>
          </CardDescription>
        </CardHeader>
        <ComponentRows
          components={components}
          services={services}
          actions={
            canManage
              ? {
                  edit: editComponentAction,
                  move: moveComponentAction,
                  archive: archiveComponentAction,
                }
              : undefined
          }
        />
      </Card>
      {canManage && (
        <Card aria-labelledby="add">
          <CardHeader>
            <CardTitle id="add">Add a component</CardTitle>
          </CardHeader>
          <CardContent>
            <AddComponent services={services} action={addComponentAction} />
          </CardContent>
        </Card>
      )}
      {archived.length > 0 && (
        <ArchivedComponents
          components={archived}
          restoreAction={canManage ? archiveComponentAction : undefined}
        />
      )}
    </div>
  );
}
