import { z } from "zod";
import { acknowledgeAlert, attachAlerts } from "@/db/mutations/alert-decisions";
import { findAlert, listAlertsByAge } from "@/db/queries/alerts";
import { incidentKey } from "@/lib/api/fields";
import { defineOperation } from "@/lib/api/operation";
import { listOf, pageOf, pageQuery, placeOf } from "@/lib/api/page";
import { ALERT_TABS } from "@/lib/domain/alerts/alert-filters";
import { SOURCE_KINDS } from "@/lib/domain/alerts/source";
import { NotFoundError } from "@/lib/domain/error";
import { SEVERITIES } from "@/lib/domain/incident";
import type { Viewer } from "@/lib/domain/viewer";
import { alert, listedAlert, ofAlert, shownInList, shownWhole } from "../shapes/alert";

const tags = ["Alerts"];
const word = z.string().min(1).max(200);

const listAlerts = defineOperation({
  id: "listAlerts",
  method: "GET",
  path: "/alerts",
  summary: "List alerts",
  description: "The newest first. Without `tab`, all of them.",
  tags,
  needs: "portal:read",
  scope: "alerts:read",
  query: z.strictObject({
    tab: z.enum(ALERT_TABS).default("all").meta({
      description:
        "Those that wait for a person, that go on, that are on incidents, or were dropped.",
    }),
    source: z.enum(SOURCE_KINDS).optional(),
    severity: z.enum(SEVERITIES).optional(),
    service: word.optional(),
    text: word.optional(),
    ...pageQuery,
  }),
  answer: listOf(listedAlert),
  run(viewer, { query: { cursor, limit, ...filters } }) {
    const before = placeOf(cursor, z.tuple([z.number()]))?.[0];
    const rows = listAlertsByAge(viewer, filters, { limit: limit + 1, before });
    return pageOf(rows.map(shownInList), limit, ({ id }) => [id]);
  },
});

const getAlert = defineOperation({
  id: "getAlert",
  method: "GET",
  path: "/alerts/{id}",
  summary: "Get an alert",
  tags,
  needs: "portal:read",
  scope: "alerts:read",
  params: ofAlert,
  answer: alert,
  run: (viewer, { params: { id } }) => wholeAlert(viewer, id),
});

const attachAlert = defineOperation({
  id: "attachAlert",
  method: "POST",
  path: "/alerts/{id}/attach",
  summary: "Put an alert on an incident",
  tags,
  needs: "alert:handle",
  scope: "alerts:write",
  params: ofAlert,
  body: z.strictObject({ incident: incidentKey }),
  answer: alert,
  run(viewer, { params: { id }, body }) {
    attachAlerts(viewer, { ids: [id], other: body.incident });
    return wholeAlert(viewer, id);
  },
});

const acknowledge = defineOperation({
  id: "acknowledgeAlert",
  method: "POST",
  path: "/alerts/{id}/acknowledge",
  summary: "Acknowledge an alert",
  description: "Says that somebody looks at it. What is acknowledged stays so.",
  tags,
  needs: "alert:handle",
  scope: "alerts:write",
  params: ofAlert,
  answer: alert,
  run(viewer, { params: { id } }) {
    acknowledgeAlert(viewer, { id });
    return wholeAlert(viewer, id);
  },
});

export const ALERT_OPERATIONS = [listAlerts, getAlert, attachAlert, acknowledge];

function wholeAlert(viewer: Viewer, id: number) {
  const found = findAlert(viewer, id);
  if (!found) throw new NotFoundError(`There is no alert ${id}.`);
  return shownWhole(found);
}
