import { bareAlert, type NewsStatus, type NormalAlert, type Normalised } from "./alert";
import {
  addressOf,
  firstOf,
  keyOf,
  labelled,
  lineOf,
  listOf,
  meaningOf,
  membersOf,
  timeOf,
  type Loose,
} from "./read";

const STATUSES: Record<string, NewsStatus> = {
  "incident.triggered": "firing",
  "incident.unacknowledged": "unacknowledged",
  "incident.reopened": "unacknowledged",
  "incident.acknowledged": "acknowledged",
  "incident.resolved": "resolved",
};

/** PagerDuty's webhook, version 3: one event, of which those that hold an incident tell of an alert. */
export function readPagerDuty(body: Loose): Normalised {
  const event = membersOf(body.event);
  const type = lineOf(event.event_type);
  const incident = membersOf(event.data);
  const id = keyOf(incident.id);
  if (type === undefined || !/^(?:incident|service|pagey)\./.test(type)) {
    return { is: "unknown", why: "This is no event of PagerDuty’s webhooks, version 3." };
  }
  if (type === "pagey.ping") return { is: "nothing", why: "A test from PagerDuty." };
  if (incident.type !== "incident" || id === undefined) {
    return { is: "nothing", why: `${type} says nothing of an alert’s status.` };
  }
  return { is: "alerts", alerts: [readIncident(incident, id, type, timeOf(event.occurred_at))] };
}

function readIncident(
  incident: Loose,
  id: string,
  type: string,
  at: number | undefined,
): NormalAlert {
  const status = meaningOf(STATUSES, type) ?? "unchanged";
  const priority = summaryOf(incident.priority);
  const service = summaryOf(incident.service);
  return {
    ...bareAlert(id, status),
    groupKey: keyOf(incident.incident_key) ?? id,
    severity: firstOf(priority, lineOf(incident.urgency)),
    title: lineOf(incident.title),
    service,
    labels: labelled({
      number: incident.number,
      urgency: incident.urgency,
      priority,
      service,
      type: membersOf(incident.incident_type).name,
      teams: listOf(incident.teams).map(summaryOf).join(", "),
      escalation_policy: summaryOf(incident.escalation_policy),
      resolve_reason: membersOf(incident.resolve_reason).type,
    }),
    url: addressOf(incident.html_url),
    startsAt: timeOf(incident.reopened_at) ?? timeOf(incident.created_at),
    endsAt: status === "resolved" ? at : undefined,
    at,
  };
}

const summaryOf = (reference: unknown) => lineOf(membersOf(reference).summary);
