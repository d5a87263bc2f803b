import { Time } from "@/components/time";
import type { ToldChange } from "@/db/queries/subscribers";
import type { NoticeKind } from "@/lib/domain/notice";
import { MESSAGE_STATE_NAMES, MESSAGE_STATES } from "@/lib/domain/outbox";

const KIND_NAMES: Record<NoticeKind, string> = {
  incident_update: "Incident update",
  component_state: "State of a component",
  maintenance_update: "Maintenance update",
  maintenance_reminder: "Reminder of maintenance",
};

/** What subscribers were told of lately, and how far the messages have come. */
export function ToldChanges({ changes }: { changes: ToldChange[] }) {
  return (
    <ul className="divide-y divide-border">
      {changes.map((change) => (
        <li key={change.id} className="grid gap-0.5 px-4 py-2.5 text-sm">
          <p className="font-medium wrap-anywhere">
            {KIND_NAMES[change.kind]}: {change.title ?? "taken back"}
          </p>
          <p className="text-muted-foreground">
            <Time at={change.at} /> · {inWords(change)}
          </p>
        </li>
      ))}
    </ul>
  );
}

function inWords({ counts, isWhole }: ToldChange): string {
  const parts = MESSAGE_STATES.flatMap((state) => {
    const count = counts.get(state) ?? 0;
    return count > 0 ? [`${count} ${MESSAGE_STATE_NAMES[state].toLowerCase()}`] : [];
  });
  if (!isWhole) parts.push("more to come");
  return parts.length > 0 ? parts.join(", ") : "nobody to tell";
}
