import Link from "next/link";
import { WorkList } from "@/components/maintenance/work-list";
import { PublicPageNav } from "@/components/page-settings/public-page-nav";
import { PageHeader } from "@/components/shell/page-header";
import { PagesNav } from "@/components/shell/pages-nav";
import { Button } from "@/components/ui/button";
import {
  countPastMaintenances,
  listCurrentMaintenances,
  listPastMaintenances,
  pageZone,
  PAST_PER_PAGE,
} from "@/db/queries/maintenances";
import { requireViewer } from "@/lib/auth/viewer";
import { utcNow } from "@/lib/clock";
import { isUnderWay } from "@/lib/domain/maintenance";
import { can } from "@/lib/domain/permissions";

export const metadata = { title: "Maintenance" };

type MaintenancePageProps = {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function MaintenancePage({ searchParams }: MaintenancePageProps) {
  const viewer = await requireViewer();
  const page = pageOf((await searchParams).page);
  const shown = { zone: pageZone(), now: utcNow() };
  const current = listCurrentMaintenances();
  const active = current.filter(isUnderWay);
  const upcoming = current.filter((work) => !isUnderWay(work));

  return (
    <div className="mx-auto max-w-3xl">
      <PageHeader
        title="Maintenance"
        description="Work that customers are told of before it begins."
        actions={
          <>
            <Button asChild variant="outline" size="sm">
              <Link href="/maintenance/templates">Templates</Link>
            </Button>
            {can(viewer, "maintenance:manage") && (
              <Button asChild size="sm">
                <Link href="/maintenance/new">Schedule maintenance</Link>
              </Button>
            )}
          </>
        }
      />
      <PublicPageNav viewer={viewer} shown="maintenance" />
      <div className="grid gap-5">
        {active.length > 0 && (
          <WorkList id="active" title="Under way" works={active} none="" {...shown} />
        )}
        <WorkList
          id="upcoming"
          title="Upcoming"
          works={upcoming}
          none="Nothing is planned."
          {...shown}
        />
        <WorkList
          id="past"
          title="Past"
          works={listPastMaintenances(page)}
          none={page === 1 ? "Nothing yet." : "There is no such page."}
          {...shown}
        />
        <PagesNav
          page={page}
          perPage={PAST_PER_PAGE}
          total={countPastMaintenances()}
          to={(other) => `/maintenance?page=${other}`}
        />
      </div>
    </div>
  );
}

function pageOf(asked: string | string[] | undefined): number {
  const page = Number(asked);
  return Number.isSafeInteger(page) && page > 0 && page < 1e6 ? page : 1;
}
