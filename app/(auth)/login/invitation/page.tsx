import { AuthPage } from "@/components/auth/auth-page";
import { ProviderLink } from "@/components/auth/provider-link";
import { ProviderProblem } from "@/components/auth/provider-problem";
import { DeadLink } from "@/components/auth/dead-link";
import { PlainForm } from "@/components/form/plain-form";
import { findAccountLink } from "@/db/queries/auth/account-links";
import { utcNow } from "@/lib/clock";
import { env } from "@/lib/env";
import { acceptInvitationAction } from "./actions";

export const metadata = { title: "Invitation" };

type Words = string | string[];
type InvitationPageProps = { searchParams: Promise<{ token?: Words; problem?: Words }> };

export default async function InvitationPage({ searchParams }: InvitationPageProps) {
  const { token: held, problem } = await searchParams;
  const token = [held].flat()[0] ?? "";
  const { provider, breakGlass } = env();
  const link = findAccountLink("invitation", token, utcNow());
  if (!link) return <DeadLink renew={{ href: "/login", label: "To the sign-in" }} />;

  return (
    <AuthPage
      title="You are invited"
      text={`${link.createdBy} invites ${link.email} to this incident portal.`}
    >
      <div className="grid gap-4">
        <ProviderProblem problem={problem} />
        {provider && (
          <ProviderLink
            verb="Join with"
            name={provider.name}
            asked={{ invitation: token }}
            className="w-full"
          />
        )}
        {!breakGlass && <ChooseNameAndPassword token={token} />}
      </div>
    </AuthPage>
  );
}

const ChooseNameAndPassword = ({ token }: { token: string }) => (
  <PlainForm
    action={acceptInvitationAction}
    hidden={{ token }}
    fields={[
      {
        name: "name",
        label: "Your name",
        autoComplete: "name",
        hint: "As colleagues know you: it stands beside what you do here.",
      },
      {
        name: "password",
        label: "Password",
        kind: "password",
        autoComplete: "new-password",
        hint: "12 characters or more. A few words that do not belong together are a good one.",
      },
    ]}
    submit="Join"
  />
);
