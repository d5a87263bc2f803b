import type { Least } from "./subjects";

/** The least role that may run an action; "proven" for what asks those first who signed in a while ago. */
export type ActionRow = Least | `${Least}, proven`;

/** Every server action of the build, folder by folder. */
export const ACTIONS: Record<string, ActionRow> = {
  signInAction: "anyone",
  signOutAction: "viewer",

  enterCodeAction: "anyone",

  askForResetAction: "anyone",

  acceptInvitationAction: "anyone",

  resetPasswordAction: "anyone",

  acknowledgeByLinkAction: "anyone",

  setUpAction: "anyone",

  renameSelfAction: "viewer",
  changePasswordAction: "viewer",

  proveAction: "viewer",

  linkProviderAction: "viewer, proven",
  refuseOfferAction: "viewer",
  unlinkProviderAction: "viewer, proven",

  beginFactorAction: "viewer, proven",
  confirmFactorAction: "viewer",
  renewCodesAction: "viewer, proven",
  switchOffFactorAction: "viewer, proven",

  endOwnSessionAction: "viewer",
  endOtherSessionsAction: "viewer",

  createTokenAction: "viewer, proven",
  revokeTokenAction: "viewer",

  handleAlertsAction: "responder",
  dropAlertAction: "responder",
  releaseAlertAction: "responder",
  acknowledgeAlertAction: "responder",

  addRuleAction: "admin",
  editRuleAction: "admin",
  moveRuleAction: "admin",
  switchRuleAction: "admin",
  removeRuleAction: "admin",

  addAlertSourceAction: "admin",
  changeAlertSourceAction: "admin",
  rotateSourceKeyAction: "admin",
  dropFormerSecretAction: "admin",
  switchAlertSourceAction: "admin",
  removeAlertSourceAction: "admin",
  readDeliveryAgainAction: "admin",

  changeItemAction: "responder",
  answerFactorAction: "responder",
  addItemCommentAction: "responder",
  editItemCommentAction: "responder",
  deleteItemCommentAction: "responder",

  setCheckAction: "responder",
  answerCheckAction: "responder",

  snoozeItemAction: "responder",
  endSnoozeAction: "responder",

  moveCardAction: "responder",
  closeItemAction: "responder",
  reopenItemAction: "responder",
  editActionItemAction: "responder",
  addActionItemAction: "responder",

  changeItemsAction: "responder",

  changePolicyAction: "admin",
  setDeadlineAction: "responder",
  restorePolicyAction: "admin",

  setComponentStateAction: "responder",
  addStateAction: "admin",
  correctStateAction: "admin",
  withdrawStateAction: "admin",

  addComponentAction: "admin",
  editComponentAction: "admin",
  addGroupAction: "admin",
  editGroupAction: "admin",
  moveComponentAction: "admin",
  archiveComponentAction: "admin",

  previewImportAction: "responder",
  importRecordAction: "responder",

  acknowledgeAction: "responder",
  putOffCallAction: "responder",

  changeFactsAction: "responder",

  assignRoleAction: "responder",
  giveUpRoleAction: "responder",
  makePrivateAction: "responder",
  makeVisibleAction: "responder",
  addMemberAction: "responder",
  removeMemberAction: "responder",

  editPostmortemAction: "responder",
  restoreRevisionAction: "responder",

  changeRootCauseAction: "responder",
  addFactorAction: "responder",
  editFactorAction: "responder",
  moveFactorAction: "responder",
  removeFactorAction: "responder",
  categorizeFactorAction: "responder",
  linkFactorAction: "responder",
  addAnswerAction: "responder",
  createActionAction: "responder",
  addWhyChainAction: "responder",
  editWhyChainAction: "responder",
  removeWhyChainAction: "responder",
  insertWhyChainAction: "responder",

  addCommentAction: "responder",
  replyToCommentAction: "responder",
  editCommentAction: "responder",
  resolveThreadAction: "responder",
  reopenThreadAction: "responder",

  startPostmortemAction: "responder",
  redraftAction: "responder",

  addPictureAction: "responder",

  publishEditionAction: "responder",
  sharePostmortemAction: "responder",
  unsharePostmortemAction: "responder",
  publishReportAction: "responder",
  retractReportAction: "responder",

  askForReviewAction: "responder",
  judgeTextAction: "responder",
  withdrawReviewAction: "responder",
  takeReviewerOffAction: "responder",
  dropPostmortemAction: "responder",
  requirePostmortemAction: "responder",
  showRolesAction: "responder",

  answerShareQuestionAction: "responder",
  closeShareQuestionAction: "responder",

  answerRecurrenceAction: "responder",

  linkIncidentsAction: "responder",
  unlinkIncidentsAction: "responder",
  mergeIncidentAction: "responder",
  undoMergeAction: "responder",
  addDeploymentAction: "responder",

  changeSeverityAction: "responder",
  explainSeverityAction: "responder",

  createShareLinkAction: "responder",
  changeShareLinkAction: "responder",
  rotateShareLinkAction: "responder",
  revokeShareLinkAction: "responder",
  publishWaitingAction: "responder",
  retractUpdateAction: "responder",

  changeStatusAction: "responder",

  addEventAction: "responder",
  editEventAction: "responder",
  pinEventAction: "responder",
  linkEventAction: "responder",
  attachPictureAction: "responder",
  removeLinkAction: "responder",
  askWhoWasThereAction: "responder",
  answerQuestionAction: "responder",
  passQuestionAction: "responder",

  discardDraftAction: "responder",
  postUpdateAction: "responder",
  correctMessageAction: "responder",

  declareIncidentAction: "responder",
  resolveIncidentAction: "responder",
  reopenIncidentAction: "responder",
  pickMilestoneAction: "responder",

  saveViewAction: "viewer",
  deleteViewAction: "viewer",

  editMaintenanceAction: "responder",
  postMaintenanceUpdateAction: "responder",
  cancelMaintenanceAction: "responder",
  correctMaintenanceUpdateAction: "responder",

  scheduleMaintenanceAction: "responder",

  addMaintenanceTemplateAction: "responder",
  editMaintenanceTemplateAction: "responder",
  removeMaintenanceTemplateAction: "responder",

  backUpAction: "admin, proven",
  checkHealthAction: "admin",

  sendAgainAction: "admin",

  addChannelAction: "admin, proven",
  editChannelAction: "admin, proven",
  switchChannelAction: "admin",
  renewChannelSecretAction: "admin, proven",
  removeChannelAction: "admin",
  testChannelAction: "admin",
  changeRulesAction: "admin",

  chooseNotificationsAction: "viewer",

  inviteAction: "admin, proven",
  revokeInvitationAction: "admin",
  changeRoleAction: "admin, proven",
  linkPersonAction: "admin",
  disableAccountAction: "admin, proven",
  enableAccountAction: "admin, proven",
  endSessionsAction: "admin",
  makeResetLinkAction: "admin, proven",
  removeFactorOfAction: "admin, proven",
  unlinkProviderOfAction: "admin, proven",

  confirmAliasAction: "responder",
  removeAliasAction: "responder",

  addTemplateAction: "admin",
  editTemplateAction: "admin",
  removeTemplateAction: "admin",
  chooseTemplateAction: "admin",

  editPageAction: "admin",

  addSubscriberAction: "admin",
  importSubscribersAction: "admin",
  askAgainAction: "admin",
  switchOnAction: "admin",
  removeSubscriberAction: "admin",

  addTeamAction: "admin",
  editTeamAction: "admin",
  removeTeamAction: "admin",
  addTeamMemberAction: "admin",
  removeTeamMemberAction: "admin",
  addTeamServiceAction: "admin",
  removeTeamServiceAction: "admin",

  planOnCallAction: "admin",
  coverOnCallAction: "responder",
  endCoverAction: "responder",
};
