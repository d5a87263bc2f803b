import { redirect } from "next/navigation";
import { AuthPage } from "@/components/auth/auth-page";
import { PlainForm } from "@/components/form/plain-form";
import { findHalfSignIn } from "@/db/queries/auth/half-sign-ins";
import { heldCookie } from "@/lib/auth/sign-in-cookies";
import { utcNow } from "@/lib/clock";
import { safeCallback } from "@/lib/domain/callback";
import { enterCodeAction } from "./actions";

export const metadata = { title: "Second step" };

type CodePageProps = { searchParams: Promise<{ callbackUrl?: string | string[] }> };

export default async function CodePage({ searchParams }: CodePageProps) {
  const half = await heldCookie("half");
  if (half === undefined || !findHalfSignIn(half, utcNow())) redirect("/login");
  const callbackUrl = safeCallback([(await searchParams).callbackUrl].flat()[0]);

  return (
    <AuthPage
      title="Second step"
      text="Your password is right. Enter the code that your authenticator app shows now."
      links={[{ href: "/login", label: "Begin again" }]}
    >
      <PlainForm
        action={enterCodeAction}
        hidden={{ callbackUrl }}
        fields={[
          {
            name: "code",
            label: "Code",
            kind: "code",
            hint: "Is the app not at hand? Enter one of your recovery codes instead.",
          },
        ]}
        submit="Sign in"
      />
    </AuthPage>
  );
}
