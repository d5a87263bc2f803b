import { AuthPage } from "@/components/auth/auth-page";
import { DeadLink } from "@/components/auth/dead-link";
import { PlainForm } from "@/components/form/plain-form";
import { findLinkedCall } from "@/db/queries/escalations";
import { utcNow } from "@/lib/clock";
import { acknowledgeByLinkAction } from "./actions";

export const metadata = { title: "Acknowledge" };

type AcknowledgePageProps = { searchParams: Promise<{ token?: string | string[] }> };

/** Opening the link changes nothing: programs that look at mail open links too. */
export default async function AcknowledgePage({ searchParams }: AcknowledgePageProps) {
  const token = [(await searchParams).token].flat()[0] ?? "";
  const call = findLinkedCall(token, utcNow());
  if (!call) return <DeadLink renew={{ href: "/incidents", label: "Open the incidents" }} />;

  const { key, title, severity, viewer, isWaiting, acknowledgedBy } = call;
  const links = [{ href: `/incidents/${key}`, label: `Open ${key}` }];
  return (
    <AuthPage title={key} text={`${severity} · ${title}`} links={links}>
      {isWaiting ? (
        <>
          <p className="mb-4">Nobody responds to it yet. Do you, {viewer.name}?</p>
          <PlainForm
            action={acknowledgeByLinkAction}
            hidden={{ token }}
            fields={[]}
            submit="Acknowledge"
          />
        </>
      ) : (
        <p role="status">
          {acknowledgedBy === null
            ? "It is over: nobody is called any more."
            : `${acknowledgedBy === viewer.name ? "You have" : `${acknowledgedBy} has`} acknowledged it. Nobody else is called.`}
        </p>
      )}
    </AuthPage>
  );
}
