import { bareAlert, type NewsStatus, type NormalAlert, type Normalised } from "./alert";
import {
  addressOf,
  firstOf,
  isObject,
  keyOf,
  labelled,
  lineOf,
  listOf,
  meaningOf,
  membersOf,
  textOf,
  timeOf,
  type Loose,
} from "./read";

const STATUSES: Record<string, NewsStatus> = {
  trigger: "firing",
  acknowledge: "acknowledged",
  resolve: "resolved",
};

/** An event as tools send it to PagerDuty's Events API, version 2, which can be pointed elsewhere. */
export function readEvent(body: Loose): Normalised {
  const status = meaningOf(STATUSES, body.event_action);
  const payload = membersOf(body.payload);
  const dedupeKey = keyOfEvent(body);
  if (status === undefined || dedupeKey === undefined) {
    return { is: "unknown", why: "This is no event of the Events API, version 2." };
  }
  return {
    is: "alerts",
    alerts: [status === "firing" ? fired(body, payload, dedupeKey) : bareAlert(dedupeKey, status)],
  };
}

/** The key that an event has, or which it gets by what it says, so that it is the same when it comes again. */
export function keyOfEvent(body: Loose): string | undefined {
  const { source, component, class: kind, summary } = membersOf(body.payload);
  const given = keyOf(body.dedup_key);
  if (given !== undefined || body.event_action !== "trigger") return given;
  const parts = [source, component, kind, summary].map(keyOf);
  return parts[3] === undefined ? undefined : parts.map((part) => part ?? "").join("/");
}

function fired(body: Loose, payload: Loose, dedupeKey: string): NormalAlert {
  const { source, component, group, class: kind, severity } = payload;
  const details = membersOf(payload.custom_details);
  const link = listOf(body.links).find(isObject)?.href;
  return {
    ...bareAlert(dedupeKey, "firing"),
    groupKey: keyOf(group) ?? dedupeKey,
    severity: lineOf(severity),
    title: lineOf(payload.summary),
    description: firstOf(textOf(details.description), textOf(details.message)),
    service: firstOf(lineOf(details.service), lineOf(component)),
    labels: labelled({ ...details, source, component, group, class: kind, severity }),
    url: firstOf(addressOf(link), addressOf(body.client_url)),
    startsAt: timeOf(payload.timestamp),
  };
}
