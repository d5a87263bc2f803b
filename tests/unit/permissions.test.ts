import { describe, expect, test } from "vitest";
import { can, PERMISSIONS, ROLES, type Permission } from "@/lib/domain/permissions";

const EVERYONE = [
  "portal:read",
  "session:end",
  "incident:export",
  "view:save",
  "account:own",
  "token:own",
];
const ADMINS_ONLY = [
  "account:manage",
  "audit:read",
  "token:manage-all",
  "demo:remove",
  "message:manage",
  "subscriber:manage",
  "incident:publish-breach",
  "component:manage",
  "page:manage",
  "deadline:manage",
  "team:manage",
  "postmortem:template",
];

const permissions = Object.keys(PERMISSIONS).filter(
  (name): name is Permission => name in PERMISSIONS,
);

const expected = {
  admin: () => true,
  responder: (permission: string) => !ADMINS_ONLY.includes(permission),
  viewer: (permission: string) => EVERYONE.includes(permission),
};

const cases = permissions.flatMap((permission) =>
  ROLES.map((role) => ({ role, permission, allowed: expected[role](permission) })),
);

describe("can", () => {
  test.each(cases)("says $allowed to a $role who asks for $permission", (each) => {
    expect(can({ role: each.role }, each.permission)).toBe(each.allowed);
  });
});
