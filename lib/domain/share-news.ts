import type { SharedIncident } from "./shared-incident";

type Around = {
  since: number;
  statusChangedAt: number | undefined;
  reportAt: number | undefined;
  answers: { answeredAt: number | null; answer: string | null }[];
};

/** What is new since a reader's last visit, in a line each; empty where nothing is. */
export function newsIn(incident: SharedIncident, around: Around): string[] {
  const { since, statusChangedAt, reportAt } = around;
  const isLater = (at: number | null | undefined) => at !== null && at !== undefined && at > since;
  const fresh = incident.messages.filter(({ isNew }) => isNew);
  const corrected = fresh.filter(({ correctedAt }) => isLater(correctedAt)).length;
  const answered = around.answers.filter(
    ({ answer, answeredAt }) => answer !== null && isLater(answeredAt),
  ).length;
  return [
    ...(isLater(statusChangedAt) ? [`The status is ${incident.status} now`] : []),
    ...counted(fresh.length - corrected, "new update", "new updates"),
    ...counted(corrected, "corrected update", "corrected updates"),
    ...counted(newOnes(incident.events), "new row in the timeline", "new rows in the timeline"),
    ...counted(newOnes(incident.actionItems), "new action item", "new action items"),
    ...counted(answered, "answer to a question", "answers to questions"),
    ...(isLater(reportAt) ? ["The postmortem was published"] : []),
  ];
}

const newOnes = (entries: { isNew?: boolean }[]) => entries.filter(({ isNew }) => isNew).length;

const counted = (count: number, one: string, many: string): string[] =>
  count === 0 ? [] : [`${count} ${count === 1 ? one : many}`];
