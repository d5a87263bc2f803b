import { PageFacts } from "@/components/page-settings/page-facts";
import { PageForm } from "@/components/page-settings/page-form";
import { PublicPageNav } from "@/components/page-settings/public-page-nav";
import { PageHeader } from "@/components/shell/page-header";
import { Zones } from "@/components/teams/zones";
import { Button } from "@/components/ui/button";
import { Card, CardContent, CardDescription, CardHeader, CardTitle } from "@/components/ui/card";
import { readPageSettings } from "@/db/queries/page-settings";
import { requireViewer } from "@/lib/auth/viewer";
import { can } from "@/lib/domain/permissions";
import { env } from "@/lib/env";
import { editPageAction } from "./actions";

export const metadata = { title: "Status page" };

export default async function StatusPageSettings() {
  const viewer = await requireViewer();
  const canManage = can(viewer, "page:manage");
  const page = readPageSettings();
  const { statusUrl } = env();

  return (
    <div className="mx-auto max-w-3xl">
      <PageHeader
        title="Status page"
        description="What outsiders read about how your product is. It shows public updates, components and maintenance, and never anything that is written for insiders."
        actions={
          <Button asChild variant="outline">
            <a href={statusUrl}>See what customers see</a>
          </Button>
        }
      />
      <PublicPageNav viewer={viewer} shown="settings" />
      <Card aria-labelledby="settings">
        <CardHeader>
          <CardTitle id="settings">Settings</CardTitle>
          <CardDescription className="wrap-anywhere">
            Readers find the page at {statusUrl}
          </CardDescription>
        </CardHeader>
        <CardContent>
          {canManage ? (
            <>
              <PageForm page={page} action={editPageAction} />
              <Zones />
            </>
          ) : (
            <PageFacts page={page} />
          )}
        </CardContent>
      </Card>
    </div>
  );
}
