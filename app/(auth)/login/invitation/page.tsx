import { AuthPage } from "@/components/auth/auth-page";
import { DeadLink } from "@/components/auth/dead-link";
import { PlainForm } from "@/components/form/plain-form";
import { findAccountLink } from "@/db/queries/auth/account-links";
import { utcNow } from "@/lib/clock";
import { acceptInvitationAction } from "./actions";

export const metadata = { title: "Invitation" };

type InvitationPageProps = { searchParams: Promise<{ token?: string | string[] }> };

export default async function InvitationPage({ searchParams }: InvitationPageProps) {
  const token = [(await searchParams).token].flat()[0] ?? "";
  const link = findAccountLink("invitation", token, utcNow());
  if (!link) return <DeadLink renew={{ href: "/login", label: "To the sign-in" }} />;

  return (
    <AuthPage
      title="You are invited"
      text={`${link.createdBy} invites ${link.email} to this incident portal.`}
    >
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
    </AuthPage>
  );
}
