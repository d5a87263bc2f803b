import type { ChangeNotice } from "./live";

const DEEDS: Record<string, string> = {
  "incident:declare": "declared an incident",
  "incident:post-update": "posted an update",
  "incident:correct": "corrected a message",
  "incident:add-event": "added an event",
  "incident:edit-event": "edited an event",
  "incident:pin-event": "pinned an event",
  "incident:unpin-event": "unpinned an event",
  "incident:attach": "attached something to an event",
  "incident:remove-attachment": "removed an attachment",
  "incident:ask": "asked about a silence",
  "incident:answer": "answered a question",
  "incident:resolve": "resolved the incident",
  "incident:reopen": "reopened the incident",
  "incident:change-status": "changed the status",
  "incident:change-severity": "changed the severity",
  "incident:explain-severity": "said why the severity is what it is",
  "incident:change-facts": "changed what is known",
  "incident:publish": "published a message",
  "incident:retract": "took a message off the public page",
  "incident:import": "imported an incident",
  "incident:make-private": "made the incident private",
  "incident:make-visible": "made the incident visible to everybody",
  "incident:add-deployment": "added a deployment",
  "incident:link": "linked an incident",
  "incident:unlink": "unlinked an incident",
  "incident:merge": "merged a duplicate",
  "incident:undo-merge": "took a merge back",
  "role:assign": "assigned a role",
  "role:give-up": "gave up a role",
  "member:add": "let somebody see the incident",
  "member:remove": "took the incident from somebody",
  "milestone:pick": "picked a milestone",
  "postmortem:edit": "edited the postmortem",
  "postmortem:add-picture": "added a picture to the postmortem",
  "postmortem:publish": "published the postmortem",
  "postmortem:share": "shared the postmortem",
  "postmortem:unshare": "took the postmortem from a share link",
  "postmortem:publish-report": "published a report",
  "postmortem:retract-report": "took the report off the public page",
  "action-item:add": "added an action item",
  "action-item:edit": "edited an action item",
  "action-item:move": "moved an action item",
  "share-link:create": "shared the incident",
  "share-link:revoke": "revoked a share link",
};

/** One sentence for changes that happened together, for those who listen: `Grace posted an update`. */
export function changeText(changes: readonly ChangeNotice[]): string {
  const [first] = changes;
  if (!first) return "";
  if (changes.length === 1) return `${first.actor} ${DEEDS[first.action] ?? "made a change"}`;
  const keys = new Set(changes.map(({ incidentKey }) => incidentKey));
  if (keys.size > 1) return `${changes.length} changes`;
  return `${changes.length} changes${first.incidentKey ? ` on ${first.incidentKey}` : ""}`;
}
