import { notFound } from "next/navigation";
import { CancelForm } from "@/components/maintenance/cancel-form";
import { PlanForm } from "@/components/maintenance/plan-form";
import { planValues } from "@/components/maintenance/plan-values";
import { PostForm } from "@/components/maintenance/post-form";
import { WorkFacts } from "@/components/maintenance/work-facts";
import { WorkUpdates } from "@/components/maintenance/work-updates";
import { PublicPageNav } from "@/components/page-settings/public-page-nav";
import { PageHeader } from "@/components/shell/page-header";
import { Card, CardContent, CardHeader, CardTitle } from "@/components/ui/card";
import {
  findMaintenance,
  listCurrentMaintenances,
  listWorkComponents,
  pageZone,
  type Maintenance,
} from "@/db/queries/maintenances";
import { requireViewer } from "@/lib/auth/viewer";
import { utcNow } from "@/lib/clock";
import { overlapping } from "@/lib/domain/maintenance";
import { can } from "@/lib/domain/permissions";
import { env } from "@/lib/env";
import {
  cancelMaintenanceAction,
  correctMaintenanceUpdateAction,
  editMaintenanceAction,
  postMaintenanceUpdateAction,
} from "./actions";

type WorkPageProps = { params: Promise<{ id: string }> };

export async function generateMetadata({ params }: WorkPageProps) {
  await requireViewer();
  return { title: findMaintenance((await params).id)?.title ?? "No page here" };
}

export default async function WorkPage({ params }: WorkPageProps) {
  const viewer = await requireViewer();
  const work = findMaintenance((await params).id);
  if (!work) notFound();
  const zone = pageZone();
  const canManage = can(viewer, "maintenance:manage");
  const others = listCurrentMaintenances().filter(({ id }) => id !== work.id);

  return (
    <div className="mx-auto max-w-3xl">
      <PageHeader title={work.title} />
      <PublicPageNav viewer={viewer} />
      <div className="grid gap-5">
        <WorkFacts
          work={work}
          zone={zone}
          now={utcNow()}
          statusUrl={env().statusUrl}
          overlaps={work.status === "completed" ? [] : overlapping(work, others)}
        />
        {canManage && work.status !== "completed" && <WorkForms work={work} zone={zone} />}
        <Card aria-labelledby="updates">
          <CardHeader>
            <CardTitle id="updates">What customers were told</CardTitle>
          </CardHeader>
          <WorkUpdates
            work={work}
            zone={zone}
            correctAction={canManage ? correctMaintenanceUpdateAction : undefined}
          />
        </Card>
      </div>
    </div>
  );
}

function WorkForms({ work, zone }: { work: Maintenance; zone: string }) {
  const { id, status, version } = work;
  const components = listWorkComponents();
  const isBegun = status !== "scheduled";
  return (
    <>
      <Card aria-labelledby="post">
        <CardHeader>
          <CardTitle id="post">Post an update</CardTitle>
        </CardHeader>
        <CardContent>
          <PostForm
            id={id}
            status={status}
            components={components}
            action={postMaintenanceUpdateAction}
          />
        </CardContent>
      </Card>
      <Card aria-label="The plan">
        <CardContent className="grid gap-1 pt-4">
          <PlanForm
            work={{ id, version, isBegun }}
            zone={zone}
            components={components}
            standing={planValues(work, zone)}
            action={editMaintenanceAction}
          />
          {!isBegun && <CancelForm work={{ id, version }} action={cancelMaintenanceAction} />}
        </CardContent>
      </Card>
    </>
  );
}
