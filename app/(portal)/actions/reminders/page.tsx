import Link from "next/link";
import { ActionsNav } from "@/components/action-items/actions-nav";
import { ReminderPreview } from "@/components/action-items/reminders/reminder-preview";
import { Section } from "@/components/incidents/detail/section";
import { PageHeader } from "@/components/shell/page-header";
import { Button } from "@/components/ui/button";
import { findReader } from "@/db/queries/digest-readers";
import { getDailyDigest } from "@/db/queries/digests";
import { requireViewer } from "@/lib/auth/viewer";
import { utcNow } from "@/lib/clock";
import { digestInWords, isEmpty } from "@/lib/domain/digest";
import { can } from "@/lib/domain/permissions";

export const metadata = { title: "Reminders" };

export default async function RemindersPage() {
  const viewer = await requireViewer();
  const reader = findReader(viewer);
  const digest = reader && getDailyDigest(reader, { now: utcNow(), withDemo: true });

  return (
    <>
      <ActionsNav />
      <div className="mx-auto grid max-w-3xl gap-5">
        <PageHeader
          title="Reminders"
          description="Who is reminded of action items, and when."
          actions={
            can(viewer, "message:manage") && (
              <Button asChild variant="outline" size="sm">
                <Link href="/messages">Messages that were sent</Link>
              </Button>
            )
          }
        />
        <Section id="yours" title="Yours">
          <div className="grid gap-4">
            <p className="text-sm">
              {reader
                ? `They go to ${reader.address} on working days at 08:00 (${reader.calendar.zone}).`
                : "Nobody on People is known to be you, so no action item is known to be yours."}{" "}
              {digest &&
                (isEmpty(digest)
                  ? "Now there is nothing to remind you of."
                  : `Now they would tell of ${digestInWords(digest)}.`)}
            </p>
            {digest && <ReminderPreview digest={digest} />}
          </div>
        </Section>
        <Section id="rules" title="Who gets what">
          <ul className="grid list-disc gap-2 ps-5 text-sm">
            <li>
              Each owner gets one mail on a working day at 08:00, where their first team works, with
              their items that are overdue or at risk, and checks that are due. A day without any
              brings no mail.
            </li>
            <li>A team’s lead is told in the same mail of the team’s items that nobody owns.</li>
            <li>
              Once a week, on the team’s first working day, its lead gets all that is late or at
              risk in the team.
            </li>
            <li>
              Reminders go on after the incident is closed. They end when the item is done or will
              not be done, and pause while it is snoozed, which its page can do.
            </li>
            <li>Items of a private incident are told to those alone who can open it.</li>
          </ul>
        </Section>
      </div>
    </>
  );
}
