import { Download, FileText, Share2 } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import type { FormAction } from "@/components/form/use-form";
import { IncidentFlags } from "@/components/incidents/incident-flags";
import { SeverityBadge } from "@/components/incidents/severity-badge";
import { Presence } from "@/components/live/presence";
import { PageHeader } from "@/components/shell/page-header";
import { Time } from "@/components/time";
import { Button } from "@/components/ui/button";
import type { IncidentDetail } from "@/db/queries/incident-detail";
import { formatMinutes } from "@/lib/format";
import { CopyLink } from "./copy-link";
import { Countdown } from "./countdown";
import { Elapsed } from "./elapsed";
import { StatusStepper } from "./status-stepper";
import { StatusSteps } from "./status-steps";
import { TitleEditor } from "./title-editor";

type IncidentHeaderProps = {
  incident: IncidentDetail["incident"];
  nextUpdate: IncidentDetail["nextUpdate"];
  /** Who leads. */
  commander: ReactNode;
  /** By when its postmortem is due. */
  postmortemDue: ReactNode;
  /** Left out for those who may not change it. */
  actions: { changeStatus: FormAction; changeFacts: FormAction } | undefined;
};

/** Which incident, how bad, where it stands, and when people hear of it next. */
export function IncidentHeader({
  incident,
  nextUpdate,
  commander,
  postmortemDue,
  actions,
}: IncidentHeaderProps) {
  const { key, title, severity, status, isOver } = incident;
  const path = `/incidents/${key}`;
  return (
    <header className="mb-5">
      <div className="mb-1 flex flex-wrap items-center gap-x-3 gap-y-1">
        <SeverityBadge severity={severity} withName />
        <IncidentFlags {...incident} />
        <CopyLink path={path}>{key}</CopyLink>
        {actions && (
          <a
            href="#change-severity"
            aria-keyshortcuts="v"
            title="Change severity (V)"
            className="touch-target min-h-6 content-center text-[0.8125rem] text-muted-foreground hover:text-link print:hidden"
          >
            Change severity
          </a>
        )}
        <Presence />
      </div>
      <PageHeader
        title={title}
        description={
          actions && <TitleEditor action={actions.changeFacts} incidentKey={key} title={title} />
        }
        actions={<HeaderLinks path={path} />}
      />
      <div className="flex flex-wrap items-center gap-x-5 gap-y-2 text-[0.8125rem]">
        {actions ? (
          <StatusSteps
            action={actions.changeStatus}
            incidentKey={key}
            status={status}
            isOver={isOver}
          />
        ) : (
          <StatusStepper status={status} />
        )}
        {nextUpdate && <Countdown dueAt={nextUpdate.dueAt} href={`#c-${nextUpdate.seq}`} />}
      </div>
      <p className="mt-2 flex flex-wrap gap-x-4 gap-y-1.5 text-[0.8125rem] text-muted-foreground">
        <Course incident={incident} />
        {commander}
        {postmortemDue}
      </p>
    </header>
  );
}

function HeaderLinks({ path }: { path: string }) {
  return (
    <>
      <Button asChild variant="outline" size="sm">
        <Link href={`${path}/postmortem`} aria-keyshortcuts="p" title="Postmortem (P)">
          <FileText aria-hidden />
          Postmortem
        </Link>
      </Button>
      <Button asChild variant="outline" size="sm">
        <Link href={`${path}/share`}>
          <Share2 aria-hidden />
          Share
        </Link>
      </Button>
      <Button asChild variant="outline" size="sm">
        <a href={`${path}/export`} download>
          <Download aria-hidden />
          Export
        </a>
      </Button>
    </>
  );
}

function Course({ incident }: { incident: IncidentDetail["incident"] }) {
  const { declaredAt, resolvedAt, isOver } = incident;
  return (
    <>
      <span>
        Declared <Time at={declaredAt} />
      </span>
      {resolvedAt !== null && (
        <>
          <span>
            Resolved <Time at={resolvedAt} />
          </span>
          <span>Took {formatMinutes(Math.round((resolvedAt - declaredAt) / 60_000))}</span>
        </>
      )}
      {!isOver && (
        <span className="tabular-nums">
          Open <Elapsed since={declaredAt} />
        </span>
      )}
    </>
  );
}
