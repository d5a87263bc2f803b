import { notFound } from "next/navigation";
import { CorrectionForm } from "@/components/components/history/correction-form";
import { FiguresCard } from "@/components/components/history/figures-card";
import { SetStateForm } from "@/components/components/history/set-state-form";
import { StateList } from "@/components/components/history/state-list";
import { PublicPageNav } from "@/components/page-settings/public-page-nav";
import { PageHeader } from "@/components/shell/page-header";
import { PagesNav } from "@/components/shell/pages-nav";
import { ComponentWord } from "@/components/status-words/component-word";
import { Time } from "@/components/time";
import { Button } from "@/components/ui/button";
import { Card, CardContent, CardDescription, CardHeader, CardTitle } from "@/components/ui/card";
import {
  findComponent,
  findComponentHistory,
  STATES_PER_PAGE,
} from "@/db/queries/component-history";
import { requireViewer } from "@/lib/auth/viewer";
import { utcNow } from "@/lib/clock";
import { can } from "@/lib/domain/permissions";
import { env } from "@/lib/env";
import {
  addStateAction,
  correctStateAction,
  setComponentStateAction,
  withdrawStateAction,
} from "./actions";

type ComponentPageProps = {
  params: Promise<{ component: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: ComponentPageProps) {
  await requireViewer();
  const { component } = await params;
  return { title: `${findComponent(component)?.name ?? "Component"}: history` };
}

export default async function ComponentPage({ params, searchParams }: ComponentPageProps) {
  const viewer = await requireViewer();
  const { component: publicId } = await params;
  const { page: askedPage, row } = await searchParams;
  const now = utcNow();
  const history = findComponentHistory(
    viewer,
    { publicId, page: wholeNumber(askedPage) ?? 1 },
    now,
  );
  if (!history) notFound();

  const { statusUrl } = env();
  const isShown = history.archivedAt === null;
  const canManage = isShown && can(viewer, "component:manage");

  return (
    <div className="mx-auto max-w-3xl">
      <PageHeader
        title={history.name}
        description={
          <p className="flex flex-wrap items-center gap-x-3">
            <ComponentWord status={history.status} />
            <span>
              since <Time at={history.statusAt} />
            </span>
            {!isShown && <span>Archived: readers do not see it.</span>}
          </p>
        }
        actions={
          isShown && (
            <Button asChild variant="outline">
              <a href={`${statusUrl}/components/${publicId}`}>See what customers see</a>
            </Button>
          )
        }
      />
      <PublicPageNav viewer={viewer} />
      <div className="grid gap-5">
        {isShown && can(viewer, "component:set-state") && (
          <Card aria-labelledby="set-state">
            <CardHeader>
              <CardTitle id="set-state">Set its state without an incident</CardTitle>
              <CardDescription>
                Readers see it at once, and subscribers are told. Where there is an incident, set it
                with a public update instead.
              </CardDescription>
            </CardHeader>
            <CardContent>
              <SetStateForm component={history} action={setComponentStateAction} />
            </CardContent>
          </Card>
        )}
        <FiguresCard history={history} />
        <Card aria-labelledby="history">
          <CardHeader>
            <CardTitle id="history">History</CardTitle>
            <CardDescription>
              {history.total === 0
                ? "No state was set yet: it works since it was added."
                : "Every state with the time from which it held."}
            </CardDescription>
          </CardHeader>
          {canManage && (
            <CardContent>
              <CorrectionForm
                action={addStateAction}
                about={{ component: publicId }}
                standing={undefined}
                label="Add to the history"
                summary="Add a forgotten state"
              />
            </CardContent>
          )}
          {history.states.length > 0 && (
            <StateList
              component={publicId}
              states={history.states}
              page={history.page}
              now={now}
              statusUrl={statusUrl}
              open={wholeNumber(row)}
              actions={
                canManage
                  ? { correct: correctStateAction, withdraw: withdrawStateAction }
                  : undefined
              }
            />
          )}
        </Card>
        <PagesNav
          page={history.page}
          perPage={STATES_PER_PAGE}
          total={history.total}
          to={(number) => `/components/${publicId}?page=${number}`}
        />
      </div>
    </div>
  );
}

function wholeNumber(text: string | string[] | undefined): number | undefined {
  return typeof text === "string" && /^[1-9]\d{0,8}$/.test(text) ? Number(text) : undefined;
}
