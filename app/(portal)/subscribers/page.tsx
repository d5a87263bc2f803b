import { notFound } from "next/navigation";
import { PublicPageNav } from "@/components/page-settings/public-page-nav";
import { PageHeader } from "@/components/shell/page-header";
import { PagesNav } from "@/components/shell/pages-nav";
import { AddSubscriber } from "@/components/subscribers/add-subscriber";
import { ImportSubscribers } from "@/components/subscribers/import-subscribers";
import { SubscriberRows } from "@/components/subscribers/subscriber-rows";
import { SubscriberSearch } from "@/components/subscribers/subscriber-search";
import { ToldChanges } from "@/components/subscribers/told-changes";
import { Alert, AlertDescription } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Card, CardContent, CardDescription, CardHeader, CardTitle } from "@/components/ui/card";
import { readSubscribePage } from "@/db/queries/public/subscription";
import {
  countSubscribers,
  countSubscriberStates,
  listSubscribers,
  listToldChanges,
} from "@/db/queries/subscribers";
import { requireViewer } from "@/lib/auth/viewer";
import { can } from "@/lib/domain/permissions";
import { readSubscriberFilters, subscribersPath } from "@/lib/domain/subscriber-filters";
import { env } from "@/lib/env";
import { addSubscriberAction, importSubscribersAction } from "./actions";

export const metadata = { title: "Subscribers" };

const PER_PAGE = 50;
const SHOWN_CHANGES = 5;

type Params = Record<string, string | string[] | undefined>;
type SubscribersPageProps = { searchParams: Promise<Params> };

export default async function SubscribersPage({ searchParams }: SubscribersPageProps) {
  const viewer = await requireViewer();
  if (!can(viewer, "subscriber:manage")) notFound();
  const params = await searchParams;
  const filters = readSubscriberFilters(params);
  const subscribers = listSubscribers({ ...filters, perPage: PER_PAGE });
  const changes = listToldChanges(SHOWN_CHANGES);
  const said = importedWords(params);

  return (
    <div className="mx-auto max-w-3xl">
      <PageHeader
        title="Subscribers"
        description={
          <>
            Who is told of what the public page says.{" "}
            {env().smtpUrl === undefined &&
              "No mail server is set, so each mail is written as a file into the data folder’s outbox."}
          </>
        }
        actions={
          <Button asChild variant="outline">
            <a href="/subscribers/export.csv" download>
              Export as CSV
            </a>
          </Button>
        }
      />
      <PublicPageNav viewer={viewer} shown="subscribers" />
      <div className="grid gap-5">
        {said !== undefined && (
          <Alert role="status">
            <AlertDescription>{said}</AlertDescription>
          </Alert>
        )}
        <SubscriberSearch filters={filters} counts={countSubscriberStates()} />
        {subscribers.length > 0 ? (
          <div>
            <SubscriberRows subscribers={subscribers} />
            <PagesNav
              page={filters.page}
              total={countSubscribers(filters)}
              perPage={PER_PAGE}
              to={(page) => subscribersPath({ ...filters, page })}
            />
          </div>
        ) : (
          <p className="rounded-lg border border-dashed border-border bg-card px-6 py-12 text-center text-muted-foreground">
            Nobody is listed here. Readers subscribe on the public page.
          </p>
        )}
        {changes.length > 0 && (
          <Card aria-labelledby="told">
            <CardHeader>
              <CardTitle id="told">Told lately</CardTitle>
            </CardHeader>
            <ToldChanges changes={changes} />
          </Card>
        )}
        <Card aria-labelledby="add">
          <CardHeader>
            <CardTitle id="add">Add a subscriber</CardTitle>
            <CardDescription>
              For somebody who agreed to it: they are told from now on, without being asked to
              confirm. Every message says how to leave.
            </CardDescription>
          </CardHeader>
          <CardContent>
            <AddSubscriber
              components={readSubscribePage().components}
              action={addSubscriberAction}
            />
          </CardContent>
        </Card>
        <Card aria-labelledby="import">
          <CardHeader>
            <CardTitle id="import">Import a list</CardTitle>
            <CardDescription>
              From another status page, or from the export of this one. Who is known already, or has
              left, stays as they are.
            </CardDescription>
          </CardHeader>
          <CardContent>
            <ImportSubscribers action={importSubscribersAction} />
          </CardContent>
        </Card>
      </div>
    </div>
  );
}

/** What came of an import, as its address says after it. */
function importedWords({ added, known }: Params): string | undefined {
  if (!/^\d{1,6}$/.test(String(added)) || !/^\d{1,6}$/.test(String(known))) return undefined;
  return `${added} imported, ${known} were known already.`;
}
