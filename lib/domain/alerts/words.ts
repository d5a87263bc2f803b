const NAMED = 3;

type Titled = { title: string };

/** `3 alerts: A; B; C`, or the alert's own title. */
export function alertsText(alerts: readonly Titled[]): string {
  const titles = [...new Set(alerts.map(({ title }) => title))];
  const named = titles.slice(0, NAMED).join("; ");
  const others = titles.length - NAMED;
  const count = alerts.length === 1 ? "Alert" : `${alerts.length} alerts`;
  return `${count}: ${named}${others > 0 ? `; and ${others} more` : ""}`;
}

const SHOWN = 300;

const short = (text: string) => (text.length > SHOWN ? `${text.slice(0, SHOWN - 1)}…` : text);

export const firedText = (alerts: readonly Titled[]) => `${short(alertsText(alerts))}.`;

export const firedAgainText = (alerts: readonly Titled[]) =>
  `Firing again. ${short(alertsText(alerts))}.`;

export const attachedText = (alerts: readonly Titled[]) =>
  `Attached. ${short(alertsText(alerts))}.`;

export const waitingText = (alerts: readonly Titled[]) =>
  `Waiting for a person. ${short(alertsText(alerts))}.`;

/** What the timeline says once all alerts of an incident are resolved. */
export function allResolvedText(count: number, isCut: boolean): string {
  const said = count === 1 ? "The alert is resolved." : `All ${count} alerts are resolved.`;
  return isCut ? `${said} Their source left others out of its message, so some may go on.` : said;
}

/** The one row that stands for all further news, once there are many rows of alerts. */
export const countedText = (more: number, last: string) =>
  more === 1 ? last : `${more} more changes of alerts. The last: ${last}`;
