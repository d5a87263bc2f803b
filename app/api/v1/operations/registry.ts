import type { Operation } from "@/lib/api/operation";
import { ATTACHMENT_OPERATIONS } from "./attachments";
import { DEPLOYMENT_OPERATIONS } from "./deployments";
import { changeIncident } from "./incident-changes";
import { declareIncidentOperation, getIncident, listIncidents } from "./incidents";
import { LINK_OPERATIONS } from "./links";
import { MEMBER_OPERATIONS } from "./members";
import { ROLE_OPERATIONS } from "./roles";
import { TIMELINE_OPERATIONS } from "./timeline";
import { UPDATE_OPERATIONS } from "./updates";

/** Everything that the API does, in the order in which it is documented. */
export const OPERATIONS: Operation[] = [
  listIncidents,
  declareIncidentOperation,
  getIncident,
  changeIncident,
  ...ROLE_OPERATIONS,
  ...LINK_OPERATIONS,
  ...MEMBER_OPERATIONS,
  ...DEPLOYMENT_OPERATIONS,
  ...TIMELINE_OPERATIONS,
  ...ATTACHMENT_OPERATIONS,
  ...UPDATE_OPERATIONS,
];
