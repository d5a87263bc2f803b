import type { IncidentRecord } from "@/lib/domain/record";
import type { Viewer } from "@/lib/domain/viewer";
import { listAccounts, listMembers } from "./members";
import { listLikelyPeople, listPeople } from "./people";
import { getRoles, nameOfUser } from "./roles";

export type Command = ReturnType<typeof getCommand>;

type Incident = { id: number; commander: string | null; isPrivate: boolean };

/** Who leads an incident and who may see it, with whom there is to choose from. */
export function getCommand(viewer: Viewer, incident: Incident, record: IncidentRecord) {
  const members = incident.isPrivate ? listMembers(incident.id) : [];
  const owners = (record.action_items ?? []).map(({ owner }) => owner ?? null);
  const { primary, secondary, escalation_manager: manager } = record.context?.on_call ?? {};
  const addresses = [...owners, primary ?? null, secondary ?? null, manager ?? null];
  return {
    ...getRoles(incident),
    me: nameOfUser(viewer),
    directory: listPeople().map(({ name }) => name),
    /** What a private incident names stays within it, and the directory is everybody's. */
    likely: incident.isPrivate ? [] : listLikelyPeople(addresses),
    members,
    candidates: incident.isPrivate
      ? listAccounts().filter(
          ({ userId, role }) =>
            role !== "admin" && members.every((member) => member.userId !== userId),
        )
      : [],
  };
}
