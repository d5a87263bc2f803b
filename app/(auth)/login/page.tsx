import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { DemoAccounts } from "@/components/auth/demo-accounts";
import { LoginForm } from "@/components/auth/login-form";
import { listDemoAccounts } from "@/db/queries/auth/users";
import { loadSecrets } from "@/lib/auth/secrets";
import { getViewer } from "@/lib/auth/viewer";
import { safeCallback } from "@/lib/domain/callback";
import { env, isLoopbackName } from "@/lib/env";
import { signInAction } from "./actions";

export const metadata = { title: "Sign in" };

type LoginPageProps = { searchParams: Promise<{ callbackUrl?: string | string[] }> };

export default async function LoginPage({ searchParams }: LoginPageProps) {
  const { callbackUrl } = await searchParams;
  const target = safeCallback([callbackUrl].flat()[0]);
  if (await getViewer()) redirect(target);
  const demoAccounts = await shownDemoAccounts();

  return (
    <main
      id="main"
      className="mx-auto grid min-h-dvh w-full max-w-sm content-center gap-6 px-4 py-8"
    >
      <div className="grid gap-1 text-center">
        <p className="text-sm font-semibold text-muted-foreground">Muster</p>
        <h1 className="text-xl font-semibold">Sign in</h1>
      </div>
      <LoginForm action={signInAction} callbackUrl={target} />
      {demoAccounts && <DemoAccounts {...demoAccounts} />}
    </main>
  );
}

/** The demo's accounts with their password, but only for a reader on the portal's own machine. */
async function shownDemoAccounts() {
  const { onLoopback, dataDir } = env();
  const host = (await headers()).get("host") ?? "";
  if (!onLoopback || !isLoopbackName(host.replace(/:\d+$/, ""))) return undefined;
  const accounts = listDemoAccounts();
  if (accounts.length === 0) return undefined;
  return { accounts, password: loadSecrets(dataDir).demoPassword };
}
