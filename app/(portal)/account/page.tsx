import { notFound } from "next/navigation";
import { AccountNav } from "@/components/account/account-nav";
import { PlainForm } from "@/components/form/plain-form";
import { PageHeader } from "@/components/shell/page-header";
import { Card, CardContent, CardDescription, CardHeader, CardTitle } from "@/components/ui/card";
import { findOwnAccount } from "@/db/queries/auth/users";
import { requireViewer } from "@/lib/auth/viewer";
import { ROLE_LABELS } from "@/lib/domain/permissions";
import { changePasswordAction, renameSelfAction } from "./actions";

export const metadata = { title: "Your account" };

export default async function AccountPage() {
  const { userId, role } = await requireViewer();
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
