import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { IncidentFacts } from "@/components/status-page/incident-facts";
import { NextUpdate } from "@/components/status-page/next-update";
import { Progress } from "@/components/status-page/progress";
import { Report } from "@/components/status-page/report";
import { UpdateList } from "@/components/status-page/update-list";
import { findPublicReport } from "@/db/queries/public/report";
import { findPublicIncident } from "@/db/queries/public/status-page";
import { PUBLIC_STATUS_LABELS } from "@/lib/domain/public-status";
import { readMarkdown } from "@/lib/markdown/read";

type Props = { params: Promise<{ id: string }> };

async function requirePublicIncident({ params }: Props) {
  const { id } = await params;
  return findPublicIncident(id) ?? notFound();
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { title, status, updates } = await requirePublicIncident(props);
  return {
    title: { absolute: `${PUBLIC_STATUS_LABELS[status]}: ${title} · Status` },
    description: updates[0]?.body,
  };
}

export default async function PublicIncidentPage(props: Props) {
  const incident = await requirePublicIncident(props);
  const { id, title, status, updates, asOf } = incident;
  const dueAt = updates[0]?.nextUpdateDueAt;
  const report = findPublicReport(id);

  return (
    <article aria-labelledby="title">
      <h1 id="title" className="text-2xl leading-tight font-semibold tracking-tight wrap-anywhere">
        {title}
      </h1>
      <IncidentFacts incident={incident} />
      <Progress status={status} />
      {dueAt !== undefined && status !== "resolved" && (
        <div className="mt-4">
          <NextUpdate dueAt={dueAt} asOf={asOf} />
        </div>
      )}
      {report && <Report report={report} reading={await readMarkdown(report.body)} />}
      <section
        aria-labelledby="updates"
        className="mt-8 rounded-xl border border-border bg-card p-5 shadow-xs sm:p-6"
      >
        <h2 id="updates" className="mb-5 text-base font-semibold">
          Updates
        </h2>
        <UpdateList incidentId={id} updates={updates} withAnchors />
      </section>
    </article>
  );
}
