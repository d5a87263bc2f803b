import { AuthPage } from "@/components/auth/auth-page";
import { DeadLink } from "@/components/auth/dead-link";
import { PlainForm } from "@/components/form/plain-form";
import { findAccountLink } from "@/db/queries/auth/account-links";
import { utcNow } from "@/lib/clock";
import { resetPasswordAction } from "./actions";

export const metadata = { title: "New password" };

type ResetPageProps = { searchParams: Promise<{ token?: string | string[] }> };

export default async function ResetPage({ searchParams }: ResetPageProps) {
  const token = [(await searchParams).token].flat()[0] ?? "";
  const link = findAccountLink("reset", token, utcNow());
  if (!link) return <DeadLink renew={{ href: "/login/forgot", label: "Ask for a new link" }} />;

  return (
    <AuthPage title="New password" text={`For ${link.email}. All sessions end with the old one.`}>
      <PlainForm
        action={resetPasswordAction}
        hidden={{ token }}
        fields={[
          {
            name: "password",
            label: "New password",
            kind: "password",
            autoComplete: "new-password",
            hint: "12 characters or more. A few words that do not belong together are a good one.",
          },
        ]}
        submit="Change password"
      />
    </AuthPage>
  );
}
