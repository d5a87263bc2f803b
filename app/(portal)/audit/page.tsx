import Link from "next/link";
import { notFound } from "next/navigation";
import { AuditRows } from "@/components/audit/audit-rows";
import { AuditSearch } from "@/components/audit/audit-search";
import { PageHeader } from "@/components/shell/page-header";
import { Button } from "@/components/ui/button";
import { listActors, listAuditEntries } from "@/db/queries/audit";
import { requireViewer } from "@/lib/auth/viewer";
import { auditQuery, readAuditFilters } from "@/lib/domain/audit-filters";
import { can } from "@/lib/domain/permissions";

export const metadata = { title: "Audit record" };

const PER_PAGE = 50;

type AuditPageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function AuditPage({ searchParams }: AuditPageProps) {
  const viewer = await requireViewer();
  if (!can(viewer, "audit:read")) notFound();
  const filters = readAuditFilters(await searchParams);
  const found = listAuditEntries(viewer, filters, PER_PAGE + 1);
  const shown = found.slice(0, PER_PAGE);
  const rest = found.length > PER_PAGE ? shown.at(-1)?.id : undefined;
  const query = auditQuery({ ...filters, before: undefined });

  return (
    <div className="mx-auto grid max-w-4xl gap-5">
      <PageHeader
        title="Audit record"
        description="Who did what, when and from where. Entries are only ever added, and each is sealed with all before it: muster audit verify finds what somebody changed."
        actions={
          <>
            <Button asChild variant="outline">
              <a href={`/audit/export.csv${query}`} download>
                Export as CSV
              </a>
            </Button>
            <Button asChild variant="outline">
              <a href={`/audit/export.jsonl${query}`} download>
                Export to verify
              </a>
            </Button>
          </>
        }
      />
      <AuditSearch filters={filters} actors={listActors()} />
      {shown.length > 0 ? (
        <AuditRows entries={shown} />
      ) : (
        <p className="rounded-lg border border-dashed border-border bg-card px-6 py-12 text-center text-muted-foreground">
          No entry is like this.
        </p>
      )}
      <nav aria-label="Pages" className="flex items-center justify-end gap-2">
        {filters.before !== undefined && (
          <Button asChild variant="outline" size="sm">
            <Link href={`/audit${query}`}>Newest</Link>
          </Button>
        )}
        {rest !== undefined && (
          <Button asChild variant="outline" size="sm">
            <Link href={`/audit${auditQuery({ ...filters, before: rest })}`}>Older</Link>
          </Button>
        )}
      </nav>
    </div>
  );
}
