import Link from "next/link";
import { newPlanValues } from "@/components/maintenance/plan-values";
import { ScheduleForm } from "@/components/maintenance/schedule-form";
import { PublicPageNav } from "@/components/page-settings/public-page-nav";
import { PageHeader } from "@/components/shell/page-header";
import { Card, CardContent } from "@/components/ui/card";
import { listMaintenanceTemplates } from "@/db/queries/maintenance-templates";
import { listWorkComponents, pageZone } from "@/db/queries/maintenances";
import { requireViewer } from "@/lib/auth/viewer";
import { utcNow } from "@/lib/clock";
import { can } from "@/lib/domain/permissions";
import { scheduleMaintenanceAction } from "../actions";

export const metadata = { title: "Schedule maintenance" };

type NewMaintenancePageProps = {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function NewMaintenancePage({ searchParams }: NewMaintenancePageProps) {
  const viewer = await requireViewer();
  const { template: asked } = await searchParams;
  const templates = listMaintenanceTemplates();
  const template = templates.find(({ id }) => String(id) === asked);
  const zone = pageZone();

  return (
    <div className="mx-auto max-w-3xl">
      <PageHeader
        title="Schedule maintenance"
        description="The status page, its feeds and calendars have it within a second, and subscribers are told."
      />
      <PublicPageNav viewer={viewer} />
      <div className="grid gap-5">
        {can(viewer, "maintenance:manage") ? (
          <>
            {templates.length > 0 && (
              <p className="flex flex-wrap gap-x-4 gap-y-1">
                <span className="text-muted-foreground">Begin with</span>
                {templates.map(({ id, name }) => (
                  <Link
                    key={id}
                    href={`/maintenance/new?template=${id}`}
                    aria-current={id === template?.id ? "true" : undefined}
                    className="touch-target text-link hover:underline aria-[current]:font-semibold"
                  >
                    {name}
                  </Link>
                ))}
              </p>
            )}
            <Card aria-label="The plan">
              <CardContent className="pt-4">
                <ScheduleForm
                  key={template?.id ?? "none"}
                  zone={zone}
                  components={listWorkComponents()}
                  start={newPlanValues(template, { zone, now: utcNow() })}
                  action={scheduleMaintenanceAction}
                />
              </CardContent>
            </Card>
          </>
        ) : (
          <p className="text-muted-foreground">A responder or an admin can schedule maintenance.</p>
        )}
      </div>
    </div>
  );
}
