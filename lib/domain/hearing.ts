import { isPersonal, isPublic, rings, type Happening } from "./happenings";
import { SEVERITIES, type Severity } from "./incident";

/** What a happening is about, as far as it decides who hears of it. */
export type Subject = {
  severity: Severity | null;
  serviceIds: number[];
  teamIds: number[];
  isPrivate: boolean;
  isDrill: boolean;
};

export type ChannelLimits = {
  isInternal: boolean;
  hearsDrills: boolean;
  serviceId: number | null;
  teamId: number | null;
};

/** Does a channel whose rule reaches down to a severity hear of this? Private incidents no channel hears of. */
export function channelHears(
  channel: ChannelLimits,
  rule: { happening: Happening; downTo: Severity },
  subject: Subject,
): boolean {
  const { serviceId, teamId } = channel;
  return (
    !subject.isPrivate &&
    (channel.isInternal || isPublic(rule.happening)) &&
    (channel.hearsDrills || !subject.isDrill) &&
    reaches(rule.downTo, subject.severity) &&
    (serviceId === null || subject.serviceIds.includes(serviceId)) &&
    (teamId === null || subject.teamIds.includes(teamId))
  );
}

/** A severity that nobody knows yet may be any. */
function reaches(downTo: Severity, severity: Severity | null): boolean {
  return severity === null || SEVERITIES.indexOf(severity) <= SEVERITIES.indexOf(downTo);
}

/** Of which incidents a person wants to hear: none, those that concern them, or all. */
export const HEARING_CHOICES = ["never", "mine", "all"] as const;
export type HearingChoice = (typeof HEARING_CHOICES)[number];

/** What whoever chose nothing hears: what asks something of them. */
export function usualChoice(happening: Happening): HearingChoice {
  const asks = isPersonal(happening) || rings(happening) || happening.startsWith("promise.");
  return asks ? "mine" : "never";
}

/** What may be chosen: nobody hears of what others are asked, and nobody who is on call misses a call. */
export function choicesFor(happening: Happening): readonly HearingChoice[] {
  if (isPersonal(happening)) return ["never", "mine"];
  return rings(happening) ? ["mine", "all"] : HEARING_CHOICES;
}

/** What a person chose, as far as it can be chosen still. */
export function choiceOf(happening: Happening, chosen: string | undefined): HearingChoice {
  return choicesFor(happening).find((each) => each === chosen) ?? usualChoice(happening);
}

export type Listener = {
  choice: HearingChoice;
  /** It is said to them by name. */
  isAddressed: boolean;
  /** They hold a role in it, declared it, or are in a team whose service it touches. */
  isConcerned: boolean;
  /** They did it themselves. */
  isActor: boolean;
};

/**
 * Does a person hear of it by mail? An exercise is heard of by those whom it concerns alone, and a call by those
 * who are called, one after the other.
 */
export function personHears(
  { choice, isAddressed, isConcerned, isActor }: Listener,
  happening: Happening,
  { isDrill }: Pick<Subject, "isDrill">,
): boolean {
  if (rings(happening) && isAddressed) return true;
  if (choice === "never" || isActor) return false;
  if (isPersonal(happening)) return isAddressed;
  if (rings(happening)) return choice === "all" && !isDrill;
  return isAddressed || isConcerned || (choice === "all" && !isDrill);
}
