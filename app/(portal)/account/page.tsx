import { notFound } from "next/navigation";
import { AccountNav } from "@/components/account/account-nav";
import { ProviderCard } from "@/components/account/provider-card";
import { ProviderProblem } from "@/components/auth/provider-problem";
import { PlainForm } from "@/components/form/plain-form";
import { PageHeader } from "@/components/shell/page-header";
import { Card, CardContent, CardDescription, CardHeader, CardTitle } from "@/components/ui/card";
import { findOffer, listIdentities } from "@/db/queries/auth/identities";
import { findOwnAccount } from "@/db/queries/auth/users";
import { getSessionId, requireViewer } from "@/lib/auth/viewer";
import { utcNow } from "@/lib/clock";
import { ROLE_LABELS } from "@/lib/domain/permissions";
import { env } from "@/lib/env";
import { changePasswordAction, renameSelfAction } from "./actions";
import { linkProviderAction, refuseOfferAction, unlinkProviderAction } from "./provider/actions";

export const metadata = { title: "Your account" };

type AccountPageProps = { searchParams: Promise<{ problem?: string | string[] }> };

export default async function AccountPage({ searchParams }: AccountPageProps) {
  const { userId, role } = await requireViewer();
  const { problem } = await searchParams;
  const { provider } = env();
  const account = findOwnAccount(userId);
  if (!account) notFound();
  const { name, email, person, hasPassword } = account;

  return (
    <>
      <PageHeader
        title="Your account"
        description={`${email}. Your role is ${ROLE_LABELS[role].toLowerCase()}${person ? `, and records call you ${person}` : ""}.`}
      />
      <AccountNav shown="profile" />
      <div className="grid grid-cols-1 items-start gap-5 lg:grid-cols-2">
        <div className="empty:hidden lg:col-span-2">
          <ProviderProblem problem={problem} />
        </div>
        <Card aria-labelledby="name">
          <CardHeader>
            <CardTitle id="name">Name</CardTitle>
            <CardDescription>
              What is written down already keeps the name that it has.
            </CardDescription>
          </CardHeader>
          <CardContent>
            <PlainForm
              action={renameSelfAction}
              fields={[{ name: "name", label: "Name", autoComplete: "name", value: name }]}
              submit="Save name"
              done="Your name is saved."
            />
          </CardContent>
        </Card>
        <Card aria-labelledby="password">
          <CardHeader>
            <CardTitle id="password">Password</CardTitle>
            <CardDescription>All your other sessions end with the old one.</CardDescription>
          </CardHeader>
          <CardContent>
            {hasPassword ? (
              <ChangePassword email={email} />
            ) : (
              <p>
                You sign in elsewhere and have no password here. An admin can send you a link to
                choose one.
              </p>
            )}
          </CardContent>
        </Card>
        {provider && (
          <ProviderCard
            name={provider.name}
            identities={listIdentities(userId)}
            offer={findOffer((await getSessionId()) ?? "", utcNow())}
            linkAction={linkProviderAction}
            refuseAction={refuseOfferAction}
            unlinkAction={unlinkProviderAction}
          />
        )}
      </div>
    </>
  );
}

const ChangePassword = ({ email }: { email: string }) => (
  <PlainForm
    action={changePasswordAction}
    username={email}
    fields={[
      {
        name: "oldPassword",
        label: "Password now",
        kind: "password",
        autoComplete: "current-password",
      },
      {
        name: "password",
        label: "New password",
        kind: "password",
        autoComplete: "new-password",
        hint: "12 characters or more. A few words that do not belong together are a good one.",
      },
    ]}
    submit="Change password"
    done="Your password is changed."
  />
);
