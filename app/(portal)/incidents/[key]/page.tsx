import { notFound } from "next/navigation";
import { ActionItemList } from "@/components/action-items/action-item-list";
import { RecurrenceSection } from "@/components/action-items/recurrence/recurrence-section";
import { AddItemLink } from "@/components/action-items/item/add-item-link";
import { CommunicationsSection } from "@/components/incidents/detail/communications-section";
import { DeclaredNotice } from "@/components/incidents/detail/declared-notice";
import { IncidentHeader } from "@/components/incidents/detail/incident-header";
import { MetricsSection } from "@/components/incidents/detail/metrics-section";
import { QuickActions } from "@/components/incidents/detail/quick-actions";
import { Rail } from "@/components/incidents/detail/rail";
import { ResolutionSection } from "@/components/incidents/detail/resolution-section";
import { Section } from "@/components/incidents/detail/section";
import { SectionNav } from "@/components/incidents/detail/section-nav";
import { updateSubject } from "@/components/incidents/detail/update-subject";
import { WritePanel } from "@/components/incidents/detail/write-panel";
import { FactsForm } from "@/components/incidents/facts/facts-form";
import { FactsRail } from "@/components/incidents/facts/facts-rail";
import { CommanderLine } from "@/components/incidents/people/commander-line";
import { PeoplePanel } from "@/components/incidents/people/people-panel";
import { MergedNotice } from "@/components/incidents/related/merged-notice";
import { RelatedCards } from "@/components/incidents/related/related-cards";
import { QuestionsForYou } from "@/components/incidents/timeline/questions-for-you";
import { AskedQuestions } from "@/components/share-links/asked-questions";
import { NextDueDate } from "@/components/postmortems/review/due-dates";
import { drawingOf } from "@/components/incidents/drawing/drawing";
import { getCommand } from "@/db/queries/command";
import { getComposerContext } from "@/db/queries/composer";
import { listWaitingQuestions } from "@/db/queries/gap-questions";
import { getIncidentDetail } from "@/db/queries/incident-detail";
import { listIncidentItems } from "@/db/queries/incident-items";
import { listMessageEdits } from "@/db/queries/messages";
import { findIncidentByKey } from "@/db/queries/record";
import { listRecurrences } from "@/db/queries/recurrences";
import { getRelated } from "@/db/queries/related";
import { getReviewDates } from "@/db/queries/reviews";
import { listSeverityChanges } from "@/db/queries/severity";
import { listShareQuestions } from "@/db/queries/share-links";
import { requireViewer } from "@/lib/auth/viewer";
import { utcNow } from "@/lib/clock";
import { factTexts, RESOLUTION_FACTS } from "@/lib/domain/facts";
import { can } from "@/lib/domain/permissions";
import { severityHistory } from "@/lib/domain/severity-choice";
import { pickMilestoneAction, reopenIncidentAction, resolveIncidentAction } from "../actions";
import { confirmAliasAction } from "../../people/actions";
import { discardDraftAction } from "./drafts/actions";
import { changeFactsAction } from "./facts/actions";
import {
  addMemberAction,
  assignRoleAction,
  giveUpRoleAction,
  makePrivateAction,
  makeVisibleAction,
  removeMemberAction,
} from "./people/actions";
import {
  addDeploymentAction,
  linkIncidentsAction,
  mergeIncidentAction,
  undoMergeAction,
  unlinkIncidentsAction,
} from "./related/actions";
import { answerRecurrenceAction } from "./recurrence/actions";
import { changeSeverityAction, explainSeverityAction } from "./severity/actions";
import { changeStatusAction } from "./status/actions";
import { answerShareQuestionAction, closeShareQuestionAction } from "./questions/actions";
import { addEventAction, answerQuestionAction, passQuestionAction } from "./timeline/actions";
import { TimelinePart } from "./timeline/timeline-part";
import { correctMessageAction, postUpdateAction } from "./updates/actions";

const FACT_ACTIONS = {
  changeSeverity: changeSeverityAction,
  explainSeverity: explainSeverityAction,
  changeFacts: changeFactsAction,
};

const PRIVACY_ACTIONS = {
  makePrivate: makePrivateAction,
  makeVisible: makeVisibleAction,
  addMember: addMemberAction,
  removeMember: removeMemberAction,
};

const RELATED_ACTIONS = {
  link: linkIncidentsAction,
  unlink: unlinkIncidentsAction,
  merge: mergeIncidentAction,
  addDeployment: addDeploymentAction,
};

const QUESTION_ACTIONS = { answer: answerShareQuestionAction, close: closeShareQuestionAction };

type IncidentPageProps = {
  params: Promise<{ key: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: IncidentPageProps) {
  const viewer = await requireViewer();
  const { key } = await params;
  const incident = findIncidentByKey(viewer, key);
  return { title: incident ? `${key} ${incident.title}` : "No page here" };
}

export default async function IncidentPage({ params, searchParams }: IncidentPageProps) {
  const viewer = await requireViewer();
  const { key } = await params;
  const detail = getIncidentDetail(viewer, key);
  if (!detail) notFound();

  const { incident, analysis, milestones, record } = detail;
  const asked = await searchParams;
  const canUpdate = can(viewer, "incident:update");
  const canLink = can(viewer, "incident:link");
  const command = getCommand(viewer, incident, record);
  const related = getRelated(viewer, detail);
  const canChange = canUpdate && !related.merge;
  const wasDeclared = asked.declared !== undefined;

  const metrics = (
    <MetricsSection
      incident={incident}
      drawing={drawingOf({ ...detail, isOver: incident.isOver }, utcNow())}
      metrics={analysis.metrics}
      asComputed={detail.asComputed}
      milestones={milestones}
      pickAction={can(viewer, "milestone:pick") ? pickMilestoneAction : undefined}
    />
  );

  return (
    <div className="max-lg:pb-16">
      <IncidentHeader
        incident={incident}
        nextUpdate={detail.nextUpdate}
        actions={
          canChange
            ? { changeStatus: changeStatusAction, changeFacts: changeFactsAction }
            : undefined
        }
        commander={
          <CommanderLine roles={command.roles} isOver={incident.isOver} canAssign={canChange} />
        }
        postmortemDue={
          <NextDueDate incidentKey={key} dates={getReviewDates(incident.id, utcNow())} />
        }
      />
      {related.merge && (
        <MergedNotice
          incidentKey={incident.key}
          merge={related.merge}
          undoAction={canLink ? undoMergeAction : undefined}
        />
      )}
      <QuestionsForYou
        questions={listWaitingQuestions(viewer, incident.id)}
        actions={canChange ? { answer: answerQuestionAction, pass: passQuestionAction } : undefined}
      />
      {wasDeclared && <DeclaredNotice incidentKey={incident.key} />}
      <SectionNav
        hasResolution={canChange || Boolean(record.resolution)}
        isOver={incident.isOver}
      />
      <div className="mt-3 grid gap-4 lg:grid-cols-[minmax(0,1fr)_21rem] lg:grid-rows-[auto_1fr] lg:gap-x-6">
        {canChange && (
          <div>
            <WritePanel
              subject={updateSubject(detail, getComposerContext(viewer, incident.id))}
              open={wasDeclared}
              using={Number(asked.draft) || undefined}
              actions={{
                postUpdate: postUpdateAction,
                addEvent: addEventAction,
                resolve: resolveIncidentAction,
                reopen: reopenIncidentAction,
                discardDraft: discardDraftAction,
              }}
            />
            <QuickActions />
          </div>
        )}
        <Rail
          detail={detail}
          people={
            <PeoplePanel
              detail={detail}
              command={command}
              actions={{
                roles: canChange
                  ? { assign: assignRoleAction, giveUp: giveUpRoleAction }
                  : undefined,
                privacy: can(viewer, "incident:keep-private") ? PRIVACY_ACTIONS : undefined,
                confirm: can(viewer, "person:confirm") ? confirmAliasAction : undefined,
              }}
            />
          }
          facts={
            <FactsRail
              detail={detail}
              severityHistory={severityHistory(listSeverityChanges(incident.id), incident)}
              actions={canChange ? FACT_ACTIONS : undefined}
            >
              <RelatedCards
                incidentKey={incident.key}
                related={related}
                actions={canLink ? RELATED_ACTIONS : undefined}
              />
            </FactsRail>
          }
          className="lg:col-start-2 lg:row-span-2 lg:row-start-1"
        />
        <div className="grid min-w-0 content-start gap-4 lg:col-start-1">
          {incident.isOver && metrics}
          <TimelinePart viewer={viewer} detail={detail} asked={asked} />
          <CommunicationsSection
            incidentKey={incident.key}
            messages={detail.messages}
            edits={listMessageEdits(viewer, incident.id)}
            correcting={Number(asked.correct) || undefined}
            correctAction={canChange ? correctMessageAction : undefined}
          />
          <AskedQuestions
            incidentKey={incident.key}
            questions={listShareQuestions(incident.id)}
            actions={can(viewer, "share-link:manage") ? QUESTION_ACTIONS : undefined}
          />
          {!incident.isOver && metrics}
          {(canChange || record.resolution) && (
            <ResolutionSection resolution={record.resolution ?? {}} factors={detail.factors}>
              {canChange && (
                <FactsForm
                  action={changeFactsAction}
                  incidentKey={incident.key}
                  summary="Change the resolution"
                  facts={RESOLUTION_FACTS}
                  current={factTexts(record, RESOLUTION_FACTS)}
                />
              )}
            </ResolutionSection>
          )}
          <RecurrenceSection
            incidentKey={incident.key}
            recurrences={incident.isOver ? listRecurrences(viewer, key) : []}
            action={can(viewer, "action-item:move") ? answerRecurrenceAction : undefined}
          />
          <Section
            id="actions"
            title="Actions"
            aside={
              can(viewer, "action-item:edit") && (
                <AddItemLink incidentKey={incident.key}>Add action item</AddItemLink>
              )
            }
          >
            <ActionItemList items={listIncidentItems(incident.id)} />
          </Section>
        </div>
      </div>
    </div>
  );
}
