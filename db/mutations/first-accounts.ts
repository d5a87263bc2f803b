import { transaction } from "@/db/client";
import { hasUsers, listDemoAccounts } from "@/db/queries/auth/users";
import { hashPassword } from "@/lib/auth/password";
import { readablePassword } from "@/lib/auth/secrets";
import { SETUP_PATH } from "@/lib/domain/account-link";
import type { Role } from "@/lib/domain/permissions";
import { makeSetupCode } from "./invitations";
import { createUser } from "./users";

type FirstStart = {
  adminEmail: string | undefined;
  adminPassword: string | undefined;
  demo: boolean;
  demoPassword: string;
};

const DEMO_ACCOUNTS: { email: string; name: string; role: Role }[] = [
  { email: "admin@demo.example", name: "Ada Lindqvist", role: "admin" },
  { email: "responder@demo.example", name: "Grace Okafor", role: "responder" },
  { email: "viewer@demo.example", name: "Vera Novak", role: "viewer" },
];

/**
 * Makes the accounts of a first start, and gives one line on how to sign in. A password or a code that was
 * made up here is in that line and nowhere else.
 */
export async function ensureFirstAccounts(start: FirstStart, now = Date.now()): Promise<string> {
  if (hasUsers()) return howToSignIn(start);

  const admin = hasOwnAdmin(start) ? await prepareAdmin(start) : undefined;
  const demoHash = start.demo ? await hashPassword(start.demoPassword) : undefined;
  transaction(() => {
    if (hasUsers()) return;
    if (admin) createUser("system", { ...admin.account, passwordHash: admin.passwordHash });
    if (demoHash === undefined) return;
    for (const account of DEMO_ACCOUNTS) {
      createUser("system", { ...account, passwordHash: demoHash, isDemo: true });
    }
  });
  if (admin) return admin.line;
  if (hasUsers()) return howToSignIn(start);
  return `at ${SETUP_PATH} with the code ${makeSetupCode(now)} (shown only now)`;
}

const hasOwnAdmin = ({ adminEmail, adminPassword }: FirstStart) =>
  adminEmail !== undefined || adminPassword !== undefined;

async function prepareAdmin({ adminEmail, adminPassword }: FirstStart) {
  const email = adminEmail ?? "admin@localhost";
  const password = adminPassword ?? readablePassword();
  const account = { email, name: "Admin", role: "admin" } as const;
  const line =
    adminPassword === undefined
      ? `${email} with the password ${password} (shown only now)`
      : `${email} with the password from ADMIN_PASSWORD`;
  return { account, line, passwordHash: await hashPassword(password) };
}

function howToSignIn({ demoPassword }: FirstStart): string {
  const [demo] = listDemoAccounts();
  return demo ? `${demo.email} with the password ${demoPassword}` : "with your account";
}
