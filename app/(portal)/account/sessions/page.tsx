import { AccountNav } from "@/components/account/account-nav";
import { SessionList } from "@/components/account/session-list";
import { ChangeButton } from "@/components/form/change-button";
import { PageHeader } from "@/components/shell/page-header";
import { listSessions } from "@/db/queries/auth/sessions";
import { getSessionId, requireViewer } from "@/lib/auth/viewer";
import { utcNow } from "@/lib/clock";
import { endOtherSessionsAction, endOwnSessionAction } from "./actions";

export const metadata = { title: "Your sessions" };

export default async function SessionsPage() {
  const { userId } = await requireViewer();
  const sessions = listSessions(userId, utcNow());

  return (
    <>
      <PageHeader
        title="Your sessions"
        description="Where you are signed in. A session ends by itself after twelve hours without a request, and after seven days."
        actions={
          sessions.length > 1 && (
            <ChangeButton action={endOtherSessionsAction} fields={{}}>
              End all others
            </ChangeButton>
          )
        }
      />
      <AccountNav shown="sessions" />
      <SessionList
        sessions={sessions}
        own={await getSessionId()}
        endAction={endOwnSessionAction}
        fields={{}}
      />
    </>
  );
}
