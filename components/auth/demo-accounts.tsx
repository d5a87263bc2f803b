import { FlaskConical } from "lucide-react";
import { Alert, AlertDescription, AlertTitle } from "@/components/ui/alert";
import type { Role } from "@/lib/domain/permissions";

type DemoAccountsProps = {
  accounts: { name: string; email: string; role: Role }[];
  password: string;
};

/** How to look around: who the demo's people are, and their one password. */
export function DemoAccounts({ accounts, password }: DemoAccountsProps) {
  return (
    <Alert variant="info">
      <FlaskConical aria-hidden />
      <AlertTitle>Demo data</AlertTitle>
      <AlertDescription className="grid gap-3">
        <p>Sign in as one of these people. Only this machine shows this list.</p>
        <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1">
          {accounts.map(({ name, email, role }) => (
            <div key={email} className="contents">
              <dt className="capitalize">{role}</dt>
              <dd className="min-w-0">
                <code className="break-all select-all">{email}</code> <span>({name})</span>
              </dd>
            </div>
          ))}
          <dt>Password</dt>
          <dd>
            <code className="break-all select-all">{password}</code>
          </dd>
        </dl>
      </AlertDescription>
    </Alert>
  );
}
