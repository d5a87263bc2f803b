import type { Metadata } from "next";
import { cookies } from "next/headers";
import { notFound } from "next/navigation";
import { SharedIncidentPage } from "@/components/share-links/shared-incident";
import { SharedReportSection } from "@/components/share-links/shared-report";
import { findSharedReport } from "@/db/queries/public/report";
import { findSharedIncident } from "@/db/queries/public/share";
import { SHARE_COOKIE } from "@/lib/domain/share-link";
import { readMarkdown } from "@/lib/markdown/read";

export const metadata: Metadata = {
  title: { absolute: "Shared incident" },
  description: "Shared by Muster, read-only.",
  robots: { index: false, follow: false },
  referrer: "no-referrer",
};

type SharedPageProps = {
  params: Promise<{ key: string }>;
  searchParams: Promise<{ page?: string | string[] }>;
};

export default async function SharedPage({ params, searchParams }: SharedPageProps) {
  const { key } = await params;
  const token = (await cookies()).get(SHARE_COOKIE)?.value;
  const shared = token === undefined ? undefined : findSharedIncident(token, key);
  if (token === undefined || !shared) notFound();

  const asked = String((await searchParams).page ?? "");
  const page = /^\d{1,6}$/.test(asked) ? Number(asked) : 1;
  const report = findSharedReport(token, key);
  return (
    <SharedIncidentPage incident={shared.incident} expiresAt={shared.expiresAt} page={page}>
      {report && <SharedReportSection report={report} reading={await readMarkdown(report.body)} />}
    </SharedIncidentPage>
  );
}
