import type { Operation } from "@/lib/api/operation";
import { ACTION_CHANGE_OPERATIONS } from "./action-changes";
import { ACTION_CHECK_OPERATIONS } from "./action-checks";
import { ACTION_COMMENT_OPERATIONS } from "./action-comments";
import { ACTION_OPERATIONS } from "./action-items";
import { ATTACHMENT_OPERATIONS } from "./attachments";
import { AUDIT_OPERATIONS } from "./audit";
import { COMPONENT_STATE_OPERATIONS } from "./component-states";
import { COMPONENT_OPERATIONS } from "./components";
import { DEPLOYMENT_OPERATIONS } from "./deployments";
import { GAP_QUESTION_OPERATIONS } from "./gap-questions";
import { MILESTONE_OPERATIONS } from "./milestones";
import { DRAFT_OPERATIONS } from "./drafts";
import { EDITION_OPERATIONS } from "./editions";
import { changeIncident } from "./incident-changes";
import { declareIncidentOperation, getIncident, listIncidents } from "./incidents";
import { LINK_OPERATIONS } from "./links";
import { MAINTENANCE_OPERATIONS } from "./maintenance";
import { MAINTENANCE_UPDATE_OPERATIONS } from "./maintenance-updates";
import { MEMBER_OPERATIONS } from "./members";
import { PEOPLE_OPERATIONS } from "./people";
import { THREAD_OPERATIONS } from "./postmortem-comments";
import { REVIEWER_OPERATIONS } from "./postmortem-reviewers";
import { REVIEW_OPERATIONS } from "./postmortem-reviews";
import { POSTMORTEM_OPERATIONS } from "./postmortems";
import { RECORD_OPERATIONS } from "./records";
import { REPORT_OPERATIONS } from "./reports";
import { ROLE_OPERATIONS } from "./roles";
import { SEARCH_OPERATIONS } from "./search";
import { SERVICE_OPERATIONS } from "./services";
import { SHARE_LINK_OPERATIONS } from "./share-links";
import { QUESTION_OPERATIONS } from "./share-questions";
import { SUBSCRIBER_OPERATIONS } from "./subscribers";
import { TEAM_PART_OPERATIONS } from "./team-parts";
import { TEAM_OPERATIONS } from "./teams";
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
  ...MILESTONE_OPERATIONS,
  ...GAP_QUESTION_OPERATIONS,
  ...TIMELINE_OPERATIONS,
  ...ATTACHMENT_OPERATIONS,
  ...UPDATE_OPERATIONS,
  ...DRAFT_OPERATIONS,
  ...ACTION_OPERATIONS,
  ...ACTION_CHANGE_OPERATIONS,
  ...ACTION_CHECK_OPERATIONS,
  ...ACTION_COMMENT_OPERATIONS,
  ...POSTMORTEM_OPERATIONS,
  ...THREAD_OPERATIONS,
  ...REVIEW_OPERATIONS,
  ...REVIEWER_OPERATIONS,
  ...EDITION_OPERATIONS,
  ...REPORT_OPERATIONS,
  ...SHARE_LINK_OPERATIONS,
  ...QUESTION_OPERATIONS,
  ...SERVICE_OPERATIONS,
  ...COMPONENT_OPERATIONS,
  ...COMPONENT_STATE_OPERATIONS,
  ...MAINTENANCE_OPERATIONS,
  ...MAINTENANCE_UPDATE_OPERATIONS,
  ...PEOPLE_OPERATIONS,
  ...TEAM_OPERATIONS,
  ...TEAM_PART_OPERATIONS,
  ...SEARCH_OPERATIONS,
  ...RECORD_OPERATIONS,
  ...SUBSCRIBER_OPERATIONS,
  ...AUDIT_OPERATIONS,
];
