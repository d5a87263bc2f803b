import { connection } from "next/server";
import { AuthPage } from "@/components/auth/auth-page";
import { PlainForm } from "@/components/form/plain-form";
import { askForResetAction } from "./actions";

export const metadata = { title: "Forgot your password?" };

export default async function ForgotPage() {
  await connection(); // its scripts bear this answer's nonce

  return (
    <AuthPage
      title="Forgot your password?"
      text="A link to a new one goes to your address. An admin can give you one too."
      links={[{ href: "/login", label: "Back to the sign-in" }]}
    >
      <PlainForm
        action={askForResetAction}
        fields={[{ name: "email", label: "Email", kind: "email", autoComplete: "username" }]}
        submit="Send the link"
        done="If an account has this address, a mail is on its way. Its link works for an hour."
      />
    </AuthPage>
  );
}
