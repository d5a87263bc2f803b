/** How an action says that there is nothing. */
export const NOT_THERE = /There is no incident|No incident is called|deleted this action item/;

/** What each action needs to come as far as looking for the incident; any other one is sent the key alone. */
export function callsFor(asked: string, item: number): Record<string, Record<string, unknown>> {
  const row = { key: asked, seq: 1 };
  const told = { type: "investigation", description: "x", audience: "internal" };
  const at = "2026-01-05T10:00:00Z";
  const factor = { key: asked, factor: "x" };
  const chain = { key: asked, id: 1, version: 1 };
  const outside = { key: asked, edition: 1, seen: "x", stands: "", sections: [0] };
  const role = { key: asked, role: "Scribe" };
  return {
    addEventAction: { key: asked, ...told },
    editEventAction: { ...row, ...told, at, version: 1 },
    pinEventAction: { ...row, pinned: "yes" },
    linkEventAction: { ...row, url: "https://example.com", title: "x" },
    removeLinkAction: { key: asked, id: 1 },
    askWhoWasThereAction: { key: asked, start: 0, end: 1, person: "Olga", note: "x" },
    answerQuestionAction: { key: asked, question: 1, ...told, at, then: "done" },
    passQuestionAction: { key: asked, question: 1 },
    postUpdateAction: { key: asked, audience: "internal", message: "x" },
    changeStatusAction: { key: asked, status: "monitoring", seenStatus: "investigating" },
    resolveIncidentAction: { key: asked },
    reopenIncidentAction: { key: asked, reason: "x" },
    pickMilestoneAction: { key: asked, milestone: "detected", candidate: "event:1" },
    linkIncidentsAction: { key: asked, other: "INC-2024-0142" },
    unlinkIncidentsAction: { key: asked, other: "INC-2024-0142" },
    mergeIncidentAction: { key: asked, other: "INC-2024-0142" },
    undoMergeAction: { key: asked, seenMergedAt: 1 },
    addDeploymentAction: { key: asked, service: "x" },
    addActionItemAction: { key: asked, title: "x", back: "/actions" },
    moveCardAction: { id: item, to: "done", index: 0 },
    editActionItemAction: { id: item, title: "x", version: 1, back: "/actions" },
    editPostmortemAction: { key: asked, body: "x", version: 1, intent: "save" },
    startPostmortemAction: { key: asked, template: "Short" },
    redraftAction: { key: asked, seen: "x" },
    restoreRevisionAction: { key: asked, version: 1, baseVersion: 1 },
    publishEditionAction: { key: asked, edition: 0, seen: "x" },
    sharePostmortemAction: { ...outside, links: [1] },
    unsharePostmortemAction: { key: asked, link: 1 },
    publishReportAction: outside,
    retractReportAction: { key: asked },
    addFactorAction: { key: asked, factor: "x" },
    editFactorAction: { ...factor, place: 0, words: "y" },
    moveFactorAction: { ...factor, place: 0, step: "up" },
    removeFactorAction: { ...factor, place: 0 },
    categorizeFactorAction: { ...factor, version: 0 },
    linkFactorAction: { ...factor, version: 0, intent: "none" },
    addAnswerAction: { key: asked, title: "x" },
    createActionAction: { key: asked, title: "x" },
    addWhyChainAction: { key: asked, problem: "x" },
    editWhyChainAction: { ...chain, problem: "x" },
    insertWhyChainAction: chain,
    removeWhyChainAction: chain,
    askForReviewAction: { key: asked, seenState: 0, reviewers: [1], dueAt: at },
    judgeTextAction: { key: asked, seenState: 0, seen: "x" },
    withdrawReviewAction: { key: asked, seenState: 0 },
    takeReviewerOffAction: { key: asked, userId: 1 },
    dropPostmortemAction: { key: asked, seenState: 0, reason: "x" },
    requirePostmortemAction: { key: asked, seenState: 0 },
    showRolesAction: { key: asked, showsRoles: "yes" },
    addCommentAction: { key: asked, body: "x" },
    replyToCommentAction: { key: asked, thread: 1, body: "x" },
    editCommentAction: { key: asked, id: 1, body: "x", seenBody: "x" },
    resolveThreadAction: { key: asked, thread: 1 },
    reopenThreadAction: { key: asked, thread: 1 },
    assignRoleAction: { ...role, person: "Olga", seenHolder: "" },
    giveUpRoleAction: { ...role, person: "Olga" },
    makePrivateAction: { key: asked },
    makeVisibleAction: { key: asked },
    addMemberAction: { key: asked, userId: 4 },
    removeMemberAction: { key: asked, userId: 2 },
    createShareLinkAction: { key: asked, label: "x", days: 1 },
    publishWaitingAction: { key: asked },
  };
}
