import { z } from "zod";
import { changeFacts } from "@/db/mutations/facts";
import { reopenIncident, resolveIncident } from "@/db/mutations/incidents";
import { makePrivate, makeVisible } from "@/db/mutations/privacy";
import { changeSeverity } from "@/db/mutations/severity";
import { changeStatus } from "@/db/mutations/status";
import { line, text } from "@/lib/api/fields";
import { defineOperation } from "@/lib/api/operation";
import { DomainError } from "@/lib/domain/error";
import type { FactTexts } from "@/lib/domain/facts";
import { INCIDENT_STATUSES, SEVERITIES, type IncidentStatus } from "@/lib/domain/incident";
import { can } from "@/lib/domain/permissions";
import type { Viewer } from "@/lib/domain/viewer";
import { incident, ofIncident, statedFact } from "../shapes/incident";
import { getIncident, wholeIncident } from "./incidents";

const body = z
  .strictObject({
    title: line("Give the incident a title."),
    service: line("Name the service.").nullable(),
    affectedServices: z.array(line("Name the services.")).max(100),
    facts: z
      .partialRecord(statedFact, text("Write null to take it out.", 20_000).nullable())
      .meta({ description: "As texts, like those that are read; `null` takes one out." }),
    severity: z.enum(SEVERITIES),
    severityReason: line("Say in one line why.", 500).meta({
      description: "Needed where the severity is another than the computed one.",
    }),
    status: z.enum(INCIDENT_STATUSES),
    note: text("Write the note.", 2000).meta({
      description: "What ended it, where it is resolved; why it is not over, where it is reopened.",
    }),
    isPrivate: z.boolean(),
  })
  .partial();

type Change = z.output<typeof body>;
type Whole = ReturnType<typeof wholeIncident>;

export const changeIncident = defineOperation({
  id: "changeIncident",
  method: "PATCH",
  path: "/incidents/{key}",
  summary: "Change an incident",
  description:
    "Only what is sent is changed. To reopen an incident give it an open status and a note.",
  tags: ["Incidents"],
  needs: "incident:update",
  scope: "incidents:write",
  params: ofIncident,
  body,
  answer: incident,
  seen: getIncident,
  run(viewer, { params: { key }, body: change }) {
    const stands = wholeIncident(viewer, key);
    changeStated(viewer, stands, change);
    const { severity, severityReason: reason, isPrivate } = change;
    if (severity !== undefined && severity !== stands.severity) {
      changeSeverity(viewer, { key, severity, reason, seen: stands.severity });
    }
    if (change.status !== undefined) step(viewer, stands, change.status, change.note);
    if (isPrivate !== undefined) hideOrShow(viewer, key, isPrivate);
    return wholeIncident(viewer, key);
  },
});

function changeStated(viewer: Viewer, stands: Whole, change: Change): void {
  const { title, service, affectedServices } = change;
  const given = Object.entries(change.facts ?? {}).map(([fact, said]) => [fact, said ?? ""]);
  const facts: FactTexts = {
    ...Object.fromEntries(given),
    ...(title !== undefined && { title }),
    ...(service !== undefined && { service: service ?? "" }),
    ...(affectedServices && { affected_services: affectedServices.join("\n") }),
  };
  const seen: FactTexts = {
    ...Object.fromEntries(given.map(([fact]) => [fact, ""])),
    ...stands.facts,
    title: stands.title,
    service: stands.service ?? "",
    affected_services: stands.affectedServices.join("\n"),
  };
  if (Object.keys(facts).length > 0) changeFacts(viewer, { key: stands.key, facts, seen });
}

function step(viewer: Viewer, stands: Whole, status: IncidentStatus, note: string | undefined) {
  const { key, status: seenStatus } = stands;
  if (status === seenStatus) return;
  if (status === "resolved") return resolveIncident(viewer, { key, description: note });
  if (stands.isOver) {
    if (note === undefined) throw new DomainError("Say why it is not over.", "note");
    reopenIncident(viewer, { key, reason: note });
    if (status === "investigating") return;
    return changeStatus(viewer, { key, status, seenStatus: "investigating" });
  }
  changeStatus(viewer, { key, status, seenStatus });
}

function hideOrShow(viewer: Viewer, key: string, isPrivate: boolean): void {
  if (!can(viewer, "incident:keep-private")) {
    throw new DomainError("You do not have permission to do this.", "isPrivate");
  }
  if (isPrivate) makePrivate(viewer, { key });
  else makeVisible(viewer, { key });
}
