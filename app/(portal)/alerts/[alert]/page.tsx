import Link from "next/link";
import { notFound } from "next/navigation";
import { AlertFacts, AlertLabels } from "@/components/alerts/alert-facts";
import { AlertHistory } from "@/components/alerts/alert-history";
import {
  AlertSeverity,
  AlertStatusBadge,
  DISPOSITION_NAMES,
} from "@/components/alerts/alert-marks";
import { AlertRows } from "@/components/alerts/alert-rows";
import { AlertsNav } from "@/components/alerts/alerts-nav";
import { AttachForm } from "@/components/alerts/attach-form";
import { DropForm } from "@/components/alerts/drop-form";
import { ChangeButton } from "@/components/form/change-button";
import { PageHeader } from "@/components/shell/page-header";
import { Button } from "@/components/ui/button";
import { Card, CardContent, CardHeader, CardTitle } from "@/components/ui/card";
import { findRule } from "@/db/queries/alert-rules";
import { findAlert, listSameAlerts, type AlertDetail } from "@/db/queries/alerts";
import { listOpenIncidents } from "@/db/queries/open-incidents";
import { requireViewer } from "@/lib/auth/viewer";
import { can } from "@/lib/domain/permissions";
import type { Viewer } from "@/lib/domain/viewer";
import {
  acknowledgeAlertAction,
  dropAlertAction,
  handleAlertsAction,
  releaseAlertAction,
} from "../actions";

export const metadata = { title: "Alert" };

type AlertPageProps = { params: Promise<{ alert: string }> };

export default async function AlertPage({ params }: AlertPageProps) {
  const viewer = await requireViewer();
  const { alert: id } = await params;
  const alert = /^[1-9]\d{0,14}$/.test(id) ? findAlert(viewer, Number(id)) : undefined;
  if (!alert) notFound();
  const same = listSameAlerts(viewer, alert);
  const canHandle = can(viewer, "alert:handle");

  return (
    <div className="mx-auto max-w-3xl">
      <PageHeader
        title={alert.title}
        description={
          <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
            <AlertStatusBadge status={alert.status} />
            <AlertSeverity {...alert} />
            <span>Alert {alert.id}</span>
          </span>
        }
        actions={canHandle && <Buttons alert={alert} />}
      />
      <AlertsNav viewer={viewer} />
      <div className="grid gap-4">
        <Decision alert={alert} />
        {canHandle && alert.incidentKey === null && <Choices viewer={viewer} alert={alert} />}
        {alert.description !== null && (
          <Part id="description" title="Description">
            <p className="wrap-anywhere whitespace-pre-wrap">{alert.description}</p>
          </Part>
        )}
        <Part id="facts" title="Where it comes from">
          <AlertFacts alert={alert} />
        </Part>
        <Part id="labels" title="Labels">
          <AlertLabels labels={alert.labels} />
        </Part>
        <Part id="history" title="What happened">
          <AlertHistory
            changes={alert.changes}
            showsDeliveries={can(viewer, "alert-rule:manage")}
          />
        </Part>
        {same.length > 0 && (
          <Part id="same" title="Other times">
            <div className="-mx-4">
              <AlertRows alerts={same} label="Other times that this alert fired" />
            </div>
          </Part>
        )}
      </div>
    </div>
  );
}

type AlertProps = { alert: AlertDetail };

function Buttons({ alert: { id, status, disposition } }: AlertProps) {
  return (
    <>
      {status === "firing" && (
        <ChangeButton action={acknowledgeAlertAction} fields={{ id }} variant="outline">
          Acknowledge
        </ChangeButton>
      )}
      {disposition !== "waiting" && (
        <ChangeButton
          action={releaseAlertAction}
          fields={{ id, seen: disposition }}
          variant="outline"
        >
          {disposition === "dropped" ? "Let it wait again" : "Take it off the incident"}
        </ChangeButton>
      )}
    </>
  );
}

/** What became of the alert, and why. */
function Decision({ alert: { disposition, reason, incidentKey, ...alert } }: AlertProps) {
  const rule = alert.ruleId === null ? undefined : findRule(alert.ruleId);
  const by = alert.decidedBy ?? (rule && `the rule “${rule.name}”`);
  return (
    <Part id="decision" title={DISPOSITION_NAMES[disposition]}>
      {incidentKey !== null && (
        <p>
          <Link
            href={`/incidents/${incidentKey}`}
            className="touch-target font-medium text-link wrap-anywhere hover:underline"
          >
            {incidentKey} {alert.incidentTitle}
          </Link>
          {by !== undefined && `, by ${by}`}
        </p>
      )}
      {reason !== null && <p>{reason}</p>}
      {incidentKey === null && reason === null && (
        <p className="text-muted-foreground">No rule is for it.</p>
      )}
    </Part>
  );
}

/** What a person can do with an alert that belongs to no incident. */
function Choices({ viewer, alert }: AlertProps & { viewer: Viewer }) {
  const { id, title, severity, service, disposition } = alert;
  const declaring = new URLSearchParams({
    alert: String(id),
    title: title.slice(0, 200),
    ...(severity !== null && { severity }),
    ...(service !== null && { service: service.slice(0, 200) }),
  });
  return (
    <Part id="choices" title="What to do">
      <div className="grid gap-5">
        {can(viewer, "incident:declare") && (
          <p>
            <Button asChild>
              <Link href={`/incidents/new?${declaring}`}>Declare an incident</Link>
            </Button>
          </p>
        )}
        <AttachForm action={handleAlertsAction} open={listOpenIncidents(viewer)} what="alert">
          <input type="hidden" name="ids" value={id} />
        </AttachForm>
        {disposition === "waiting" && <DropForm action={dropAlertAction} alert={alert} />}
      </div>
    </Part>
  );
}

type PartProps = { id: string; title: string; children: React.ReactNode };

function Part({ id, title, children }: PartProps) {
  return (
    <Card aria-labelledby={id}>
      <CardHeader>
        <CardTitle id={id}>{title}</CardTitle>
      </CardHeader>
      <CardContent>{children}</CardContent>
    </Card>
  );
}
