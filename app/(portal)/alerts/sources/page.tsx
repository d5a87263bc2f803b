import { notFound } from "next/navigation";
import { AlertsNav } from "@/components/alerts/alerts-nav";
import { NewSource } from "@/components/alerts/sources/new-source";
import { SourceList } from "@/components/alerts/sources/source-list";
import { PageHeader } from "@/components/shell/page-header";
import { Card, CardContent, CardHeader, CardTitle } from "@/components/ui/card";
import { listAlertSources } from "@/db/queries/alert-sources";
import { requireViewer } from "@/lib/auth/viewer";
import { can } from "@/lib/domain/permissions";
import { env } from "@/lib/env";
import { addAlertSourceAction } from "./actions";

export const metadata = { title: "Sources of alerts" };

export default async function SourcesPage() {
  const viewer = await requireViewer();
  if (!can(viewer, "alert-source:manage")) notFound();
  const sources = listAlertSources();

  return (
    <div className="mx-auto max-w-4xl">
      <PageHeader
        title="Sources of alerts"
        description="Each source sends to an address of its own, with a key in it."
      />
      <AlertsNav viewer={viewer} shown="sources" />
      <div className="grid grid-cols-1 gap-5">
        {sources.length > 0 ? (
          <SourceList sources={sources} />
        ) : (
          <p className="rounded-lg border border-dashed border-border bg-card px-6 py-12 text-center text-muted-foreground">
            Nothing sends alerts yet.
          </p>
        )}
        <Card aria-labelledby="new-source">
          <CardHeader>
            <CardTitle id="new-source">New source</CardTitle>
          </CardHeader>
          <CardContent>
            <NewSource action={addAlertSourceAction} baseUrl={env().baseUrl} />
          </CardContent>
        </Card>
      </div>
    </div>
  );
}
