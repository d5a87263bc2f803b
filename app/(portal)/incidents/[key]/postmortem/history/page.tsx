import Link from "next/link";
import { notFound } from "next/navigation";
import { CompareTwoForm } from "@/components/postmortems/history/compare-two-form";
import { Comparison } from "@/components/postmortems/history/comparison";
import { HistoryList } from "@/components/postmortems/history/history-list";
import { PostmortemNav } from "@/components/postmortems/postmortem-nav";
import { RestoreForm } from "@/components/postmortems/restore-form";
import { PageHeader } from "@/components/shell/page-header";
import { listEditions } from "@/db/queries/editions";
import { countRevisions, listHistory, REVISIONS_PER_PAGE } from "@/db/queries/postmortem-history";
import { getRevision } from "@/db/queries/postmortems";
import { findIncidentByKey } from "@/db/queries/record";
import { requireViewer } from "@/lib/auth/viewer";
import { historyQuery, parseHistoryView } from "@/lib/domain/history-view";
import { can } from "@/lib/domain/permissions";
import { restoreRevisionAction } from "../actions";

type HistoryPageProps = {
  params: Promise<{ key: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: HistoryPageProps) {
  await requireViewer();
  return { title: `History of the postmortem of ${(await params).key}` };
}

export default async function HistoryPage({ params, searchParams }: HistoryPageProps) {
  const viewer = await requireViewer();
  const { key } = await params;
  const incident = findIncidentByKey(viewer, key);
  if (!incident) notFound();
  const asked = parseHistoryView(await searchParams);
  const newest = countRevisions(incident.id);
  const pages = Math.max(1, Math.ceil(newest / REVISIONS_PER_PAGE));
  const view = { ...asked, page: Math.min(asked.page, pages) };
  const path = `/incidents/${encodeURIComponent(key)}/postmortem`;
  const older = view.from === undefined ? undefined : getRevision(incident.id, view.from);
  const later = view.to === undefined ? undefined : getRevision(incident.id, view.to);

  return (
    <>
      <PageHeader
        title="History of the postmortem"
        description={
          <Link
            href={`/incidents/${encodeURIComponent(key)}`}
            className="touch-target text-link hover:underline"
          >
            {key}: {incident.title}
          </Link>
        }
      />
      <PostmortemNav incidentKey={key} shown="History" />
      {newest === 0 && <p>Nothing is kept yet. Every version of the text will be here.</p>}
      {newest > 1 && <CompareTwoForm path={`${path}/history`} view={view} newest={newest} />}
      {older && later && (
        <section aria-labelledby="comparison" className="mt-5 grid gap-3">
          <div className="flex flex-wrap items-start justify-between gap-3">
            <h2 id="comparison" className="text-base font-semibold">
              From version {older.version} to version {later.version}
            </h2>
            {can(viewer, "postmortem:edit") && older.version !== newest && (
              <RestoreForm
                action={restoreRevisionAction}
                incidentKey={key}
                version={older.version}
                currentVersion={newest}
              />
            )}
          </div>
          <article className="min-w-0 rounded-lg border border-border bg-card p-4 sm:p-6">
            <Comparison
              before={older}
              after={later}
              layout={view.layout}
              onlyChanges={view.onlyChanges}
            />
          </article>
        </section>
      )}
      {(view.from !== undefined || view.to !== undefined) && !(older && later) && (
        <p role="status" className="mt-4">
          Choose two versions between 1 and {newest}.
        </p>
      )}
      {newest > 0 && (
        <section aria-labelledby="versions" className="mt-6 grid gap-3">
          <h2 id="versions" className="text-base font-semibold">
            {newest === 1 ? "1 version" : `${newest.toLocaleString("en")} versions`}
          </h2>
          <HistoryList
            path={path}
            rows={listHistory(incident.id, view.page)}
            editions={listEditions(incident.id)}
          />
          {pages > 1 && (
            <nav aria-label="Pages of the history" className="flex items-center gap-4">
              {view.page > 1 && (
                <Link
                  href={`${path}/history${historyQuery({ ...view, page: view.page - 1 })}`}
                  className="touch-target text-link hover:underline"
                >
                  Newer versions
                </Link>
              )}
              <span className="text-[0.8125rem] text-muted-foreground">
                Page {view.page} of {pages}
              </span>
              {view.page < pages && (
                <Link
                  href={`${path}/history${historyQuery({ ...view, page: view.page + 1 })}`}
                  className="touch-target text-link hover:underline"
                >
                  Older versions
                </Link>
              )}
            </nav>
          )}
        </section>
      )}
    </>
  );
}
