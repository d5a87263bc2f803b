import Link from "next/link";
import { notFound } from "next/navigation";
import { Guided } from "@/components/action-items/deadlines/guided";
import { RecurrenceSection } from "@/components/action-items/recurrence/recurrence-section";
import { MergedNotice } from "@/components/incidents/related/merged-notice";
import type { CausesActions } from "@/components/postmortems/causes/causes-actions";
import { CoverageSection } from "@/components/postmortems/causes/coverage-section";
import { FactorList } from "@/components/postmortems/causes/factor-list";
import { RootCause } from "@/components/postmortems/causes/root-cause";
import { SameCause } from "@/components/postmortems/causes/same-cause";
import { WhySection } from "@/components/postmortems/causes/why-section";
import { PostmortemNav } from "@/components/postmortems/postmortem-nav";
import { PageHeader } from "@/components/shell/page-header";
import { listOwners } from "@/db/queries/action-items";
import { getCauses } from "@/db/queries/causes";
import { deadlineGuide } from "@/db/queries/deadline-guide";
import { findMerge } from "@/db/queries/merges";
import { listRecurrences } from "@/db/queries/recurrences";
import { findIncidentByKey } from "@/db/queries/record";
import { listSameCause } from "@/db/queries/same-cause";
import { listWhyChains } from "@/db/queries/why-chains";
import { requireViewer } from "@/lib/auth/viewer";
import { can } from "@/lib/domain/permissions";
import { answerRecurrenceAction } from "../../recurrence/actions";
import {
  addAnswerAction,
  addFactorAction,
  addWhyChainAction,
  categorizeFactorAction,
  changeRootCauseAction,
  createActionAction,
  editFactorAction,
  editWhyChainAction,
  insertWhyChainAction,
  linkFactorAction,
  moveFactorAction,
  removeFactorAction,
  removeWhyChainAction,
} from "./actions";

type CausesPageProps = {
  params: Promise<{ key: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

const ACTIONS: CausesActions = {
  changeRootCause: changeRootCauseAction,
  addFactor: addFactorAction,
  editFactor: editFactorAction,
  moveFactor: moveFactorAction,
  removeFactor: removeFactorAction,
  categorizeFactor: categorizeFactorAction,
  linkFactor: linkFactorAction,
  addAnswer: addAnswerAction,
  createAction: createActionAction,
  addWhyChain: addWhyChainAction,
  editWhyChain: editWhyChainAction,
  insertWhyChain: insertWhyChainAction,
  removeWhyChain: removeWhyChainAction,
};

export async function generateMetadata({ params }: CausesPageProps) {
  await requireViewer();
  return { title: `Causes of ${(await params).key}` };
}

export default async function CausesPage({ params, searchParams }: CausesPageProps) {
  const viewer = await requireViewer();
  const { key } = await params;
  const incident = findIncidentByKey(viewer, key);
  const causes = getCauses(viewer, key);
  if (!incident || !causes) notFound();
  const merge = findMerge(viewer, incident.id);
  const actions = !merge && can(viewer, "postmortem:edit") ? ACTIONS : undefined;
  const owners = actions ? listOwners(viewer) : [];
  const { answer } = await searchParams;

  return (
    <>
      <PageHeader
        title="Causes and actions"
        description={
          <Link
            href={`/incidents/${encodeURIComponent(key)}`}
            className="touch-target text-link hover:underline"
          >
            {key}: {incident.title}
          </Link>
        }
      />
      <PostmortemNav incidentKey={key} shown="Causes" />
      {merge && <MergedNotice incidentKey={key} merge={merge} undoAction={undefined} />}
      <div className="grid items-start gap-5">
        <div className="grid items-start gap-5 lg:grid-cols-[minmax(0,1fr)_20rem]">
          <div className="grid min-w-0 gap-5">
            <RootCause
              incidentKey={key}
              cause={causes.rootCause}
              action={actions?.changeRootCause}
            />
            <FactorList
              incidentKey={key}
              factors={causes.factors}
              more={causes.more}
              actions={actions}
            />
          </div>
          <SameCause incidents={listSameCause(viewer, key)} />
        </div>
        <Guided guide={deadlineGuide(viewer, { key, owners })}>
          <CoverageSection
            incidentKey={key}
            causes={causes}
            owners={owners}
            actions={actions}
            asked={causes.factors.find(({ place }) => String(place) === answer)}
          />
        </Guided>
        <RecurrenceSection
          incidentKey={key}
          recurrences={listRecurrences(viewer, key)}
          action={can(viewer, "action-item:move") ? answerRecurrenceAction : undefined}
        />
        <WhySection
          incidentKey={key}
          chains={listWhyChains(incident.id)}
          factors={causes.factors.map(({ text }) => text)}
          actions={actions}
        />
      </div>
    </>
  );
}
