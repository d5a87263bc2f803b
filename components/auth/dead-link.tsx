import Link from "next/link";
import { AuthPage } from "./auth-page";

/** What a link shows that was used, taken back, or never was: all look the same. */
export function DeadLink({ renew }: { renew: { href: string; label: string } }) {
  return (
    <AuthPage title="This link does not work">
      <p>It was used before, is too old, or was taken back. Ask whoever sent it for a new one.</p>
      <p className="mt-3">
        <Link href={renew.href} className="touch-target text-link underline underline-offset-4">
          {renew.label}
        </Link>
      </p>
    </AuthPage>
  );
}
