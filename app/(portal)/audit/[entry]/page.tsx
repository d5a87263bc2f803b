import Link from "next/link";
import { notFound } from "next/navigation";
import { AuditEntry } from "@/components/audit/audit-entry";
import { PageHeader } from "@/components/shell/page-header";
import { findAuditEntry } from "@/db/queries/audit";
import { requireViewer } from "@/lib/auth/viewer";
import { can } from "@/lib/domain/permissions";

export const metadata = { title: "Entry of the audit record" };

type AuditEntryPageProps = { params: Promise<{ entry: string }> };

export default async function AuditEntryPage({ params }: AuditEntryPageProps) {
  const viewer = await requireViewer();
  if (!can(viewer, "audit:read")) notFound();
  const { entry: id } = await params;
  const entry = /^[1-9]\d{0,14}$/.test(id) ? findAuditEntry(viewer, Number(id)) : undefined;
  if (!entry) notFound();

  return (
    <div className="mx-auto grid max-w-3xl gap-5">
      <PageHeader
        title={`Entry ${entry.id}`}
        description={
          <Link href="/audit" className="text-link underline">
            The audit record
          </Link>
        }
      />
      <AuditEntry entry={entry} />
    </div>
  );
}
