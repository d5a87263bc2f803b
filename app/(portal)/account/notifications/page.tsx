import { AccountNav } from "@/components/account/account-nav";
import { OwnChoices } from "@/components/notifications/own-choices";
import { PageHeader } from "@/components/shell/page-header";
import { Zones } from "@/components/teams/zones";
import { Card, CardContent, CardHeader, CardTitle } from "@/components/ui/card";
import { getOwnChoices } from "@/db/queries/notification-choices";
import { requireViewer } from "@/lib/auth/viewer";
import { chooseNotificationsAction } from "./actions";

export const metadata = { title: "Your notifications" };

export default async function OwnNotificationsPage() {
  const viewer = await requireViewer();

  return (
    <>
      <PageHeader
        title="Your notifications"
        description={`What Muster mails to ${viewer.email}. An incident concerns you when you hold a role in it, declared it, or are in a team whose service it touches.`}
      />
      <AccountNav shown="notifications" />
      <Card aria-labelledby="choices" className="max-w-3xl">
        <CardHeader>
          <CardTitle id="choices">Mail</CardTitle>
        </CardHeader>
        <CardContent>
          <OwnChoices own={getOwnChoices(viewer)} action={chooseNotificationsAction} />
          <Zones />
        </CardContent>
      </Card>
    </>
  );
}
