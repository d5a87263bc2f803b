import { AddComponent, AddGroup } from "@/components/components/add-component";
import { ArchivedComponents } from "@/components/components/archived-components";
import { ComponentRows } from "@/components/components/component-rows";
import { PublicPageNav } from "@/components/page-settings/public-page-nav";
import { PageHeader } from "@/components/shell/page-header";
import { Card, CardContent, CardDescription, CardHeader, CardTitle } from "@/components/ui/card";
import { listArchivedComponents, listPlaces, listServices } from "@/db/queries/components";
import { requireViewer } from "@/lib/auth/viewer";
import { can } from "@/lib/domain/permissions";
import { env } from "@/lib/env";
import {
  addComponentAction,
  addGroupAction,
  archiveComponentAction,
  editComponentAction,
  editGroupAction,
  moveComponentAction,
} from "./actions";

export const metadata = { title: "Components" };

export default async function ComponentsPage() {
  const viewer = await requireViewer();
  const canManage = can(viewer, "component:manage");
  const places = listPlaces();
  const groups = places.filter(({ isGroup }) => isGroup);
  const archived = listArchivedComponents();
  const services = canManage ? listServices() : [];

  return (
    <div className="mx-auto max-w-3xl">
      <PageHeader
        title="Components"
        description="The parts of your product that customers know by name. A public update sets how they are; a component’s own page keeps its history."
      />
      <PublicPageNav viewer={viewer} shown="components" />
      <div className="grid gap-5">
        <Card aria-labelledby="in-use">
          <CardHeader>
            <CardTitle id="in-use">On the status page</CardTitle>
            <CardDescription>
              <a href={env().statusUrl} className="touch-target text-link hover:underline">
                See what customers see
              </a>
            </CardDescription>
          </CardHeader>
          <ComponentRows
            places={places}
            services={services}
            groups={groups}
            actions={
              canManage
                ? {
                    editComponent: editComponentAction,
                    editGroup: editGroupAction,
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
              <AddComponent services={services} groups={groups} action={addComponentAction} />
            </CardContent>
          </Card>
        )}
        {canManage && (
          <Card aria-labelledby="add-group">
            <CardHeader>
              <CardTitle id="add-group">Add a group</CardTitle>
              <CardDescription>It holds components, and has no state of its own.</CardDescription>
            </CardHeader>
            <CardContent>
              <AddGroup action={addGroupAction} />
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
    </div>
  );
}
