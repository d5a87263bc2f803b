import { headers } from "next/headers";
import { redirect } from "next/navigation";
import type { ReactNode } from "react";
import { AuthPage } from "@/components/auth/auth-page";
import { DemoAccounts } from "@/components/auth/demo-accounts";
import { LoginForm } from "@/components/auth/login-form";
import { ProviderLink } from "@/components/auth/provider-link";
import { ProviderProblem } from "@/components/auth/provider-problem";
import { hasUsers, listDemoAccounts } from "@/db/queries/auth/users";
import { loadSecrets } from "@/lib/auth/secrets";
import { getViewer } from "@/lib/auth/viewer";
import { SETUP_PATH } from "@/lib/domain/account-link";
import { safeCallback } from "@/lib/domain/callback";
import { env } from "@/lib/env";
import { isLoopbackName } from "@/lib/loopback";
import { signInAction } from "./actions";

export const metadata = { title: "Sign in" };

type Words = string | string[];
type Asked = { callbackUrl?: Words; news?: Words; problem?: Words };
type LoginPageProps = { searchParams: Promise<Asked> };

export default async function LoginPage({ searchParams }: LoginPageProps) {
  const { callbackUrl, news, problem } = await searchParams;
  const said = [news].flat()[0] ?? "";
  const target = safeCallback([callbackUrl].flat()[0]);
  if (await getViewer()) redirect(target);
  if (!hasUsers()) redirect(SETUP_PATH);
  const demoAccounts = await shownDemoAccounts();
  const { provider, breakGlass } = env();
  const passwords = <LoginForm action={signInAction} callbackUrl={target} />;

  return (
    <AuthPage
      title="Sign in"
      text={NEWS.get(said)}
      links={breakGlass ? [] : [{ href: "/login/forgot", label: "Forgot your password?" }]}
      after={demoAccounts && <DemoAccounts {...demoAccounts} />}
    >
      <div className="grid gap-4">
        <ProviderProblem problem={problem} />
        {provider && (
          <ProviderLink
            verb="Sign in with"
            name={provider.name}
            asked={{ callbackUrl: target }}
            className="w-full"
          />
        )}
        {provider && said === "left" && (
          <a href="/login/provider/leave" className="text-center text-link underline">
            Sign out of {provider.name} too
          </a>
        )}
        {breakGlass ? <Emergency>{passwords}</Emergency> : passwords}
      </div>
    </AuthPage>
  );
}

/** The form for the one account that signs in with a password where the others do not. */
const Emergency = ({ children }: { children: ReactNode }) => (
  <details>
    <summary className="touch-target cursor-pointer text-link">The provider does not work</summary>
    <p className="my-3 text-muted-foreground">One account for emergencies has a password.</p>
    {children}
  </details>
);

/** What has just been done, where that led here. */
const NEWS = new Map([
  ["new-password", "Your password is changed. Sign in with the new one."],
  ["left", "You are signed out here."],
]);

/** The demo's accounts with their password, but only for a reader on the portal's own machine. */
async function shownDemoAccounts() {
  const { onLoopback, dataDir } = env();
  const host = (await headers()).get("host") ?? "";
  if (!onLoopback || !isLoopbackName(host.replace(/:\d+$/, ""))) return undefined;
  const accounts = listDemoAccounts();
  if (accounts.length === 0) return undefined;
  return { accounts, password: loadSecrets(dataDir).demoPassword };
}
