import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { AuthPage } from "@/components/auth/auth-page";
import { DemoAccounts } from "@/components/auth/demo-accounts";
import { LoginForm } from "@/components/auth/login-form";
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
type LoginPageProps = { searchParams: Promise<{ callbackUrl?: Words; news?: Words }> };

export default async function LoginPage({ searchParams }: LoginPageProps) {
  const { callbackUrl, news } = await searchParams;
  const target = safeCallback([callbackUrl].flat()[0]);
  if (await getViewer()) redirect(target);
  if (!hasUsers()) redirect(SETUP_PATH);
  const demoAccounts = await shownDemoAccounts();

  return (
    <AuthPage
      title="Sign in"
      text={NEWS.get([news].flat()[0] ?? "")}
      links={[{ href: "/login/forgot", label: "Forgot your password?" }]}
      after={demoAccounts && <DemoAccounts {...demoAccounts} />}
    >
      <LoginForm action={signInAction} callbackUrl={target} />
    </AuthPage>
  );
}

/** What has just been done, where that led here. */
const NEWS = new Map([["new-password", "Your password is changed. Sign in with the new one."]]);

/** The demo's accounts with their password, but only for a reader on the portal's own machine. */
async function shownDemoAccounts() {
  const { onLoopback, dataDir } = env();
  const host = (await headers()).get("host") ?? "";
  if (!onLoopback || !isLoopbackName(host.replace(/:\d+$/, ""))) return undefined;
  const accounts = listDemoAccounts();
  if (accounts.length === 0) return undefined;
  return { accounts, password: loadSecrets(dataDir).demoPassword };
}
