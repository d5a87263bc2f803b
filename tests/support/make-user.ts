import { createUser } from "@/db/mutations/users";
import { hashPassword } from "@/lib/auth/password";
import type { Role } from "@/lib/domain/permissions";

export const PASSWORD = "purple monkey dishwasher";

let passwordHash: Promise<string> | undefined;

type Overrides = { email?: string; name?: string; role?: Role; isDemo?: boolean };

/** An account whose password is PASSWORD; gives its id. */
export async function makeUser(overrides: Overrides = {}): Promise<number> {
  passwordHash ??= hashPassword(PASSWORD);
  return createUser("test", {
    email: "grace@example.com",
    name: "Grace",
    role: "responder",
    passwordHash: await passwordHash,
    ...overrides,
  });
}
