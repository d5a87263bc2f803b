"use server";

import { z } from "zod";
import { addMember, removeMember } from "@/db/mutations/members";
import { makePrivate, makeVisible } from "@/db/mutations/privacy";
import { assignRole, giveUpRole } from "@/db/mutations/roles";
import { findIncidentByKey } from "@/db/queries/record";
import { defineAction } from "@/lib/action";
import { RESPONSE_ROLES } from "@/lib/domain/roles";
import { optional, requiredLine, requiredText } from "@/lib/fields";

const key = z.string().max(200);
const role = z.enum(RESPONSE_ROLES, "Choose a role.");
const person = requiredLine("Name the person.");
const userId = z.coerce.number("Choose an account.").int();

export const assignRoleAction = defineAction({
  needs: "incident:update",
  input: z.strictObject({
    key,
    role,
    person,
    seenHolder: z.string().max(10_000),
    note: optional(requiredText("Write the note.", 2000)),
  }),
  run: (viewer, takeover) => assignRole(viewer, takeover),
});

export const giveUpRoleAction = defineAction({
  needs: "incident:update",
  input: z.strictObject({ key, role, person }),
  run: (viewer, release) => giveUpRole(viewer, release),
});

export const makePrivateAction = defineAction({
  needs: "incident:keep-private",
  input: z.strictObject({ key }),
  run: (viewer, choice) => makePrivate(viewer, choice),
});

export const makeVisibleAction = defineAction({
  needs: "incident:keep-private",
  input: z.strictObject({ key }),
  run: (viewer, choice) => makeVisible(viewer, choice),
});

export const addMemberAction = defineAction({
  needs: "incident:keep-private",
  input: z.strictObject({ key, userId }),
  run: addMember,
});

export const removeMemberAction = defineAction({
  needs: "incident:keep-private",
  input: z.strictObject({ key, userId }),
  run(viewer, membership) {
    removeMember(viewer, membership);
    return { isVisible: findIncidentByKey(viewer, membership.key) !== undefined };
  },
  next: ({ isVisible }, membership) =>
    isVisible ? `/incidents/${membership.key}#who-sees` : "/incidents",
});
