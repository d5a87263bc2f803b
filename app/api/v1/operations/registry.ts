import type { Operation } from "@/lib/api/operation";
import { ACTION_CHANGE_OPERATIONS } from "./action-changes";
import { ACTION_COMMENT_OPERATIONS } from "./action-comments";
import { ACTION_OPERATIONS } from "./actions";
import { ATTACHMENT_OPERATIONS } from "./attachments";
import { DEPLOYMENT_OPERATIONS } from "./deployments";
import { DRAFT_OPERATIONS } from "./drafts";
import { EDITION_OPERATIONS } from "./editions";
import { changeIncident } from "./incident-changes";
import { declareIncidentOperation, getIncident, listIncidents } from "./incidents";
import { LINK_OPERATIONS } from "./links";
import { MEMBER_OPERATIONS } from "./members";
import { THREAD_OPERATIONS } from "./postmortem-comments";
import { REVIEW_OPERATIONS } from "./postmortem-reviews";
import { POSTMORTEM_OPERATIONS } from "./postmortems";
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
  ...DRAFT_OPERATIONS,
  ...ACTION_OPERATIONS,
  ...ACTION_CHANGE_OPERATIONS,
  ...ACTION_COMMENT_OPERATIONS,
  ...POSTMORTEM_OPERATIONS,
  ...THREAD_OPERATIONS,
  ...REVIEW_OPERATIONS,
  ...EDITION_OPERATIONS,
];
