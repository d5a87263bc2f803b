/** What a token of the API may be for. It can never do more than the person who made it. */
export const SCOPES = {
  "incidents:read": "Read incidents, their timelines and their updates, search and analyses",
  "incidents:write": "Declare incidents and change them",
  "timeline:write": "Add rows to timelines and change them",
  "updates:write": "Post updates and correct them, on the public page too",
  "drafts:write": "Draft updates and postmortems, which a person publishes",
  "actions:read": "Read action items",
  "actions:write": "Create action items, change, move and comment on them",
  "postmortems:read": "Read postmortems",
  "postmortems:write": "Write postmortems, review and publish them",
  "components:read": "Read services, components and maintenance",
  "components:write": "Change components and maintenance",
  "people:read": "Read people and teams",
  "people:write": "Change people and teams",
  "records:write": "Import records",
  "records:read": "Export records",
  "subscribers:read": "Read the subscribers of the public page",
  "subscribers:write": "Change the subscribers of the public page",
  "share-links:read": "Read who has share links",
  "share-links:write": "Make share links and revoke them",
  "audit:read": "Read the audit record",
} as const satisfies Record<string, string>;

export type Scope = keyof typeof SCOPES;

export const isScope = (text: string): text is Scope => Object.hasOwn(SCOPES, text);

export const SCOPE_NAMES = Object.keys(SCOPES).filter(isScope);

/** How a form names the tick of a scope: `scope.incidents:read`. */
export const SCOPE_PREFIX = "scope.";

/** For how many days a token may be made to work. */
export const TOKEN_DAYS = [7, 30, 90, 365] as const;
export const USUAL_TOKEN_DAYS = 90;
