import { redirect } from "next/navigation";
import { connection } from "next/server";
import { AuthPage } from "@/components/auth/auth-page";
import { PlainForm } from "@/components/form/plain-form";
import { hasUsers } from "@/db/queries/auth/users";
import { setUpAction } from "./actions";

export const metadata = { title: "The first account" };

export default async function SetupPage() {
  await connection();
  if (hasUsers()) redirect("/login");

  return (
    <AuthPage title="The first account" text="It is an admin’s, who invites the others.">
      <PlainForm
        action={setUpAction}
        fields={[
          {
            name: "code",
            label: "Code",
            kind: "code",
            hint: "Muster printed it when it started. Starting it again prints a new one.",
          },
          { name: "name", label: "Your name", autoComplete: "name" },
          { name: "email", label: "Email", kind: "email", autoComplete: "username" },
          {
            name: "password",
            label: "Password",
            kind: "password",
            autoComplete: "new-password",
            hint: "12 characters or more. A few words that do not belong together are a good one.",
          },
        ]}
        submit="Make the account"
      />
    </AuthPage>
  );
}
