import Link from "next/link";
import { ChangeButton } from "@/components/form/change-button";
import type { FormAction } from "@/components/form/use-form";
import { Section } from "@/components/incidents/detail/section";
import { isClosed } from "@/lib/domain/closing";
import { isSnoozed, LONGEST_SNOOZE } from "@/lib/domain/snooze";
import { addDays } from "@/lib/domain/working-days";
import { formatDate } from "@/lib/format";
import { SnoozeForm } from "./snooze-form";

type SnoozedItem = {
  id: number;
  status: string | null;
  snoozedUntil: string | null;
  snoozeReason: string | null;
  snoozedBy: string | null;
};

type SnoozeSectionProps = {
  item: SnoozedItem;
  /** The day it is where the item's team works. */
  today: string;
  /** Missing for those who may only look. */
  actions: { snooze: FormAction; end: FormAction } | undefined;
};

/** Who is reminded of an item, until when nobody is, and why. */
export function SnoozeSection({ item, today, actions }: SnoozeSectionProps) {
  const { id, status, snoozedUntil } = item;
  if (isClosed(status)) return null;
  const isOff = isSnoozed(item, today);

  return (
    <Section id="reminders" title="Reminders">
      <div className="grid gap-3 text-sm">
        {isOff ? (
          <Snooze item={item} />
        ) : (
          <p className="text-muted-foreground">
            Its owner is{" "}
            <Link href="/actions/reminders" className="text-link underline">
              reminded
            </Link>{" "}
            once a working day while it is overdue or at risk.
          </p>
        )}
        {isOff && actions && (
          <div className="-ms-2.5 flex">
            <ChangeButton action={actions.end} fields={{ id, seenUntil: snoozedUntil ?? "" }}>
              Remind again from now on
            </ChangeButton>
          </div>
        )}
        {!isOff && actions && (
          <SnoozeForm
            itemId={id}
            seenUntil={snoozedUntil ?? ""}
            earliest={addDays(today, 1)}
            latest={addDays(today, LONGEST_SNOOZE)}
            action={actions.snooze}
          />
        )}
      </div>
    </Section>
  );
}

function Snooze({ item: { snoozedUntil, snoozeReason, snoozedBy } }: { item: SnoozedItem }) {
  return (
    <p className="wrap-anywhere">
      Nobody is reminded until{" "}
      <time dateTime={snoozedUntil ?? undefined} className="font-medium">
        {formatDate(snoozedUntil ?? "")}
      </time>
      {snoozeReason && <>: “{snoozeReason}”</>}
      {snoozedBy && <span className="text-muted-foreground"> · {snoozedBy}</span>}
    </p>
  );
}
