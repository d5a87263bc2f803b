export const ROLES = ["admin", "responder", "viewer"] as const;
export type Role = (typeof ROLES)[number];

export const ROLE_LABELS: Record<Role, string> = {
  admin: "Admin",
  responder: "Responder",
  viewer: "Viewer",
};

const everyone: readonly Role[] = ROLES;
const responders: readonly Role[] = ["admin", "responder"];
const admins: readonly Role[] = ["admin"];

/** What each role may do. The door asks here, and pages ask here to leave out what would be refused. */
export const PERMISSIONS = {
  "portal:read": everyone,
  "session:end": everyone,
  "account:own": everyone,
  "account:manage": admins,
  "incident:export": everyone,
  "incident:declare": responders,
  "incident:update": responders,
  "incident:keep-private": responders,
  "incident:link": responders,
  "timeline:edit": responders,
  "component:set-state": responders,
  "component:manage": admins,
  "maintenance:manage": responders,
  "page:manage": admins,
  "view:save": everyone,
  "incident:import": responders,
  "incident:publish": responders,
  "incident:publish-breach": admins,
  "milestone:pick": responders,
  "postmortem:edit": responders,
  "postmortem:review": responders,
  "postmortem:template": admins,
  "postmortem:publish": responders,
  "action-item:edit": responders,
  "action-item:move": responders,
  "action-item:comment": responders,
  "deadline:manage": admins,
  "person:confirm": responders,
  "team:manage": admins,
  "share-link:manage": responders,
  "message:manage": admins,
  "audit:read": admins,
  "subscriber:manage": admins,
  "token:own": everyone,
  "token:manage-all": admins,
  "demo:remove": admins,
} as const satisfies Record<string, readonly Role[]>;

export type Permission = keyof typeof PERMISSIONS;

/** May someone with this role do this? */
export function can(viewer: { role: Role }, permission: Permission): boolean {
  const allowed: readonly Role[] = PERMISSIONS[permission];
  return allowed.includes(viewer.role);
}
