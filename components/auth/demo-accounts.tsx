import { FlaskConical } from "lucide-react";
import { Alert, AlertDescription, AlertTitle } from "@/components/ui/alert";

type DemoAccountsProps = {
  accounts: { name: string; email: string }[];
  password: string;
};

/** How to look around: who the demo's people are, and their one password. */
export function DemoAccounts({ accounts, password }: DemoAccountsProps) {
  return (
    <Alert variant="info">
      <FlaskConical aria-hidden />
      <AlertTitle>Demo data</AlertTitle>
      <AlertDescription className="grid gap-3">
        <p>Sign in as one of these people. Only this machine is shown this list.</p>
        <dl className="grid grid-cols-[auto_1fr] gap-x-3 gap-y-1 text-[0.8125rem]">
          {accounts.map(({ name, email }) => (
            <div key={email} className="contents">
              <dt>{name}</dt>
              <dd>
                <code className="break-all select-all">{email}</code>
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
