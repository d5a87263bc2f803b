import { ProviderLink } from "@/components/auth/provider-link";
import { ProviderProblem } from "@/components/auth/provider-problem";
import { PlainForm, type PlainField } from "@/components/form/plain-form";
import { PageHeader } from "@/components/shell/page-header";
import { listIdentities } from "@/db/queries/auth/identities";
import { hasSecondFactor } from "@/db/queries/auth/second-factors";
import { findOwnAccount } from "@/db/queries/auth/users";
import { requireViewer } from "@/lib/auth/viewer";
import { safeCallback } from "@/lib/domain/callback";
import { env } from "@/lib/env";
import { proveAction } from "./actions";

export const metadata = { title: "Is it you?" };

type Words = string | string[];
type ConfirmPageProps = { searchParams: Promise<{ callbackUrl?: Words; problem?: Words }> };

export default async function ConfirmPage({ searchParams }: ConfirmPageProps) {
  const { userId, email } = await requireViewer();
  const { callbackUrl: wanted, problem } = await searchParams;
  const callbackUrl = safeCallback([wanted].flat()[0]);
  const field = fieldFor(userId);
  const provider = listIdentities(userId).length > 0 ? env().provider : undefined;

  return (
    <>
      <PageHeader
        title="Is it you?"
        description="What you asked for is dangerous in the wrong hands, and you signed in a while ago. Nothing happened yet: confirm, then do it again."
      />
      <div className="mb-4 max-w-prose empty:hidden">
        <ProviderProblem problem={problem} />
      </div>
      {field && (
        <PlainForm
          action={proveAction}
          username={email}
          hidden={{ callbackUrl }}
          fields={[field]}
          submit="Confirm"
        />
      )}
      {provider && (
        <ProviderLink
          verb="Confirm with"
          name={provider.name}
          asked={{ for: "prove", callbackUrl }}
          className={field && "mt-4"}
        />
      )}
      {!field && !provider && <p>You have no password here: sign out, and sign in again.</p>}
    </>
  );
}

/** How this person can show that it is them: by their password, or where they have none by a code. */
function fieldFor(userId: number): PlainField | undefined {
  if (findOwnAccount(userId)?.hasPassword) {
    return {
      name: "password",
      label: "Password",
      kind: "password",
      autoComplete: "current-password",
    };
  }
  if (!hasSecondFactor(userId)) return undefined;
  return { name: "code", label: "Code of your authenticator app", kind: "code" };
}
