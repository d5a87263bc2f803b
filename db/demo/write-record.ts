import type { Audience } from "@/lib/domain/incident";
import { splitStatus } from "@/lib/domain/public-status";
import type { IncidentRecord, RecordActionItem, RecordEvent } from "@/lib/domain/record";
import { toUtc } from "@/lib/domain/time";
import { emailOf } from "./people";
import type { Message, Story, Task } from "./story";

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

const CHANNELS: Record<Audience, string> = {
  internal: "slack_incident",
  stakeholders: "stakeholder_email",
  external: "status_page",
};

/** When a story starts, in whole minutes of UTC. */
export function startOf({ starts }: Story, now: number): number {
  if ("minutesAgo" in starts) return (Math.floor(now / MINUTE) - starts.minutesAgo) * MINUTE;
  const [hours = 0, minutes = 0] = starts.at.split(":").map(Number);
  return (Math.floor(now / DAY) - starts.daysAgo) * DAY + (hours * 60 + minutes) * MINUTE;
}

/** The text with each `{45}` replaced by the time 45 minutes after the start: "14:45 UTC". */
export function withTimes(text: string, start: number): string {
  return text.replace(/\{(\d+)\}/g, (_, minute) => {
    return `${toUtc(start + Number(minute) * MINUTE).slice(11, 16)} UTC`;
  });
}

/** The story as an incident record. */
export function writeRecord(id: string, story: Story, start: number): IncidentRecord {
  const at = (minute: number) => toUtc(start + minute * MINUTE);
  const { title, severity, status, service, affected, commander, declared, resolved } = story;
  return {
    incident: {
      id,
      title,
      severity,
      status,
      declared_at: at(declared),
      ...(resolved !== undefined && { resolved_at: at(resolved) }),
      commander,
      service,
      ...(affected && { affected_services: affected }),
    },
    events: eventsOf(story).map(({ minute, description, ...event }) => ({
      timestamp: at(minute),
      ...event,
      description: withTimes(description, start),
    })),
    ...(story.messages && {
      communications: story.messages.map(([minute, audience, text]) => ({
        timestamp: at(minute),
        channel: CHANNELS[audience],
        audience,
        message: withTimes(text, start),
      })),
    }),
    ...(story.impact && { impact: story.impact }),
    ...(story.signals && { signals: story.signals }),
    ...contextOf(story, at),
    ...(story.resolution && { resolution: story.resolution }),
    ...(story.tasks && { action_items: story.tasks.map((task) => actionItem(task, start)) }),
    participants: story.participants.map(([name, role]) => ({ name, role })),
  };
}

/** The story's own events and one for each message on the status page, in the order of time. */
function eventsOf(story: Story) {
  const told = story.events.map(([minute, type, actor, description, metadata]) => ({
    minute,
    type,
    actor,
    description,
    ...(metadata && { metadata }),
  }));
  const posted = (story.messages ?? [])
    .filter(([, audience]) => audience === "external")
    .map((message) => ({ actor: story.speaker, ...announcement(message) }));
  return [...told, ...posted].toSorted((a, b) => a.minute - b.minute);
}

function announcement([minute, , text]: Message) {
  const [sentence = text] = text.split(/(?<=\.)\s/);
  return {
    minute,
    type: "communication",
    description: `Status page updated: ${sentence}`,
    metadata: { channel: CHANNELS.external, status: splitStatus(text).status },
  };
}

function contextOf({ deployments, onCall }: Story, at: (minute: number) => string) {
  if (!deployments && !onCall) return {};
  return {
    context: {
      ...(deployments && {
        recent_deployments: deployments.map(({ minute, ...deployment }) => ({
          ...deployment,
          deployed_at: at(minute),
        })),
      }),
      ...(onCall && {
        on_call: {
          primary: emailOf(onCall.primary),
          secondary: emailOf(onCall.secondary),
          escalation_manager: emailOf(onCall.manager),
        },
      }),
    },
  };
}

function actionItem({ owner, due, since: _, ...task }: Task, start: number): RecordActionItem {
  return {
    ...task,
    ...(owner && { owner: emailOf(owner) }),
    ...(due !== undefined && { deadline: toUtc(start + due * DAY).slice(0, 10) }),
  };
}
