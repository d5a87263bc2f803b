"use server";

import { z } from "zod";
import { unlinkIdentityOf } from "@/db/mutations/identities";
import { invite, revokeInvitation } from "@/db/mutations/invitations";
import { makeResetLink } from "@/db/mutations/passwords";
import { removeSecondFactor } from "@/db/mutations/second-factors";
import { endSessionsOf } from "@/db/mutations/sessions";
import { changeRole, linkPerson, setDisabled } from "@/db/mutations/users";
import { defineAction } from "@/lib/action";
import { ROLES } from "@/lib/domain/permissions";
import { env } from "@/lib/env";
import { optional, requiredLine } from "@/lib/fields";

const userId = z.coerce.number().int();
const dangerous = { needs: "account:manage", needsProof: true } as const;

/** The path of a link, as one can hand it over. */
const whole = ({ path }: { path: string }) => ({ link: env().baseUrl + path });

export const inviteAction = defineAction({
  ...dangerous,
  input: z.strictObject({
    email: z.email("Enter an e-mail address.").max(254, "Use at most 254 characters."),
    role: z.enum(ROLES, "Choose a role."),
    person: optional(requiredLine("Name the person.")),
  }),
  run: (viewer, wanted) => whole(invite(viewer, wanted)),
});

export const revokeInvitationAction = defineAction({
  needs: "account:manage",
  input: z.strictObject({ id: z.coerce.number().int() }),
  run: (viewer, input) => revokeInvitation(viewer, input),
});

export const changeRoleAction = defineAction({
  ...dangerous,
  input: z.strictObject({ userId, role: z.enum(ROLES, "Choose a role.") }),
  run: (viewer, input) => changeRole(viewer, input),
});

export const linkPersonAction = defineAction({
  needs: "account:manage",
  input: z.strictObject({ userId, person: optional(requiredLine("Name the person.")) }),
  run: linkPerson,
});

export const disableAccountAction = defineAction({
  ...dangerous,
  input: z.strictObject({ userId }),
  run: ({ name }, input) => setDisabled(name, input.userId, true, Date.now()),
});

export const enableAccountAction = defineAction({
  ...dangerous,
  input: z.strictObject({ userId }),
  run: ({ name }, input) => setDisabled(name, input.userId, false, Date.now()),
});

export const endSessionsAction = defineAction({
  needs: "account:manage",
  input: z.strictObject({ userId, id: z.string().max(100).optional() }),
  run: (viewer, input) => endSessionsOf(viewer, input),
});

export const makeResetLinkAction = defineAction({
  ...dangerous,
  input: z.strictObject({ userId }),
  run: ({ name }, input) => whole(makeResetLink(name, input.userId)),
});

export const unlinkProviderOfAction = defineAction({
  ...dangerous,
  input: z.strictObject({ userId, id: z.coerce.number().int() }),
  run: (viewer, input) => unlinkIdentityOf(viewer, input),
});

export const removeFactorOfAction = defineAction({
  ...dangerous,
  input: z.strictObject({ userId }),
  run: (viewer, input) => removeSecondFactor(viewer, input.userId),
});
