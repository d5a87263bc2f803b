import type { Caller } from "@/lib/api/caller";
import type { Operation } from "@/lib/api/operation";
import { can } from "@/lib/domain/permissions";
import { OPERATIONS } from "../v1/operations/registry";

/**
 * What an assistant may do at most, by the ids of operations: read, note, and draft. Nothing here publishes,
 * posts, or changes what people wrote.
 */
export const OFFERED = [
  "listIncidents",
  "getIncident",
  "listTimeline",
  "getTimelineRow",
  "listUpdates",
  "listActions",
  "getAction",
  "analyzeIncident",
  "search",
  "listPostmortems",
  "getPostmortem",
  "addTimelineRow",
  "listUpdateDrafts",
  "draftUpdate",
  "draftPostmortemSection",
];

export type Tool = { name: string; operation: Operation };

/** The tools that a token is for and its owner may use. */
export const toolsFor = ({ scopes, viewer }: Caller): Tool[] =>
  OPERATIONS.filter(
    ({ id, scope, needs }) => OFFERED.includes(id) && scopes.includes(scope) && can(viewer, needs),
  ).map((operation) => ({ name: toolName(operation.id), operation }));

/** `listIncidents` as assistants write names: `list_incidents`. */
const toolName = (id: string) => id.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
