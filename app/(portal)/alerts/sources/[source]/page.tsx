import { notFound } from "next/navigation";
import { AlertsNav } from "@/components/alerts/alerts-nav";
import { DeliveryList } from "@/components/alerts/sources/delivery-list";
import { RemoveSource } from "@/components/alerts/sources/remove-source";
import { RotateKey } from "@/components/alerts/sources/rotate-key";
import { SnippetText } from "@/components/alerts/sources/snippet-text";
import { SourceForm } from "@/components/alerts/sources/source-form";
import { ChangeButton } from "@/components/form/change-button";
import { PageHeader } from "@/components/shell/page-header";
import { PagesNav } from "@/components/shell/pages-nav";
import { Badge } from "@/components/ui/badge";
import { Card, CardContent, CardHeader, CardTitle } from "@/components/ui/card";
import {
  countDeliveries,
  getAlertSource,
  listDeliveries,
  listServiceChoices,
} from "@/db/queries/alert-sources";
import { requireViewer } from "@/lib/auth/viewer";
import { hookPath } from "@/lib/domain/alerts/address";
import { snippetFor } from "@/lib/domain/alerts/snippets";
import { SOURCE_NAMES } from "@/lib/domain/alerts/source";
import { can } from "@/lib/domain/permissions";
import { env } from "@/lib/env";
import {
  changeAlertSourceAction,
  dropFormerSecretAction,
  removeAlertSourceAction,
  rotateSourceKeyAction,
  switchAlertSourceAction,
} from "../actions";

export const metadata = { title: "Source of alerts" };

const PER_PAGE = 20;

type SourcePageProps = {
  params: Promise<{ source: string }>;
  searchParams: Promise<{ page?: string | string[] }>;
};

export default async function SourcePage({ params, searchParams }: SourcePageProps) {
  const viewer = await requireViewer();
  const { source: asked } = await params;
  if (!can(viewer, "alert-source:manage") || !/^\d{1,15}$/.test(asked)) notFound();
  const source = getAlertSource(Number(asked));
  if (!source) notFound();
  const { id, kind, name, proof, settings, disabledAt, hasFormerSecret } = source;
  const total = countDeliveries(id);
  const page = Math.max(1, Math.min(Number((await searchParams).page) || 1, lastPage(total)));
  const deliveries = listDeliveries(id, { page, perPage: PER_PAGE });
  const { baseUrl } = env();
  const url = `${baseUrl}${hookPath(kind, "THE-KEY")}`;
  const isOff = disabledAt !== null;

  return (
    <div className="mx-auto max-w-4xl">
      <PageHeader
        title={name}
        description={
          <span className="flex flex-wrap items-center gap-2">
            {SOURCE_NAMES[kind]}
            {isOff && <Badge variant="warning">Switched off: what it sends is refused</Badge>}
          </span>
        }
        actions={
          <ChangeButton
            action={switchAlertSourceAction}
            fields={{ id, isOn: isOff ? 1 : 0 }}
            variant="outline"
          >
            {isOff ? "Switch on" : "Switch off"}
          </ChangeButton>
        }
      />
      <AlertsNav viewer={viewer} />
      <div className="grid grid-cols-1 gap-5">
        <Card aria-labelledby="settings">
          <CardHeader>
            <CardTitle id="settings">Settings</CardTitle>
          </CardHeader>
          <CardContent className="grid gap-4">
            <SourceForm
              source={source}
              services={listServiceChoices()}
              action={changeAlertSourceAction}
            />
            {hasFormerSecret && (
              <div className="grid gap-2">
                <p>The secret before the last one holds on too.</p>
                <ChangeButton action={dropFormerSecretAction} fields={{ id }} variant="outline">
                  Drop the former secret
                </ChangeButton>
              </div>
            )}
          </CardContent>
        </Card>
        <Card aria-labelledby="set-up">
          <CardHeader>
            <CardTitle id="set-up">At the other side</CardTitle>
          </CardHeader>
          <CardContent className="grid grid-cols-1 gap-5">
            <SnippetText {...snippetFor({ kind, url, proof, settings })} />
            <RotateKey source={source} action={rotateSourceKeyAction} baseUrl={baseUrl} />
            <RemoveSource source={source} action={removeAlertSourceAction} />
          </CardContent>
        </Card>
        <section aria-labelledby="deliveries" className="grid grid-cols-1 gap-3">
          <h2 id="deliveries" className="text-base font-semibold">
            What it sent
          </h2>
          {deliveries.length > 0 ? (
            <div>
              <DeliveryList deliveries={deliveries} />
              <PagesNav
                page={page}
                total={total}
                perPage={PER_PAGE}
                to={(number) => `/alerts/sources/${id}?page=${number}`}
              />
            </div>
          ) : (
            <p className="text-muted-foreground">Nothing came yet.</p>
          )}
        </section>
      </div>
    </div>
  );
}

const lastPage = (total: number) => Math.max(1, Math.ceil(total / PER_PAGE));
