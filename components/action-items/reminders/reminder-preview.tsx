import Link from "next/link";
import type { Digest } from "@/lib/domain/digest";
import { actionAddress } from "@/lib/domain/chip";

type PreviewItem = { id: number; title: string; incidentKey: string };

/** What somebody would be reminded of now. */
export function ReminderPreview({ digest }: { digest: Digest<PreviewItem> }) {
  const parts = [
    ["Overdue", digest.overdue],
    ["At risk", digest.atRisk],
    ["Checks due", digest.checksDue],
    ["Without an owner", digest.unowned],
  ] as const;
  return (
    <div className="grid gap-4">
      {parts
        .filter(([, items]) => items.length > 0)
        .map(([heading, items]) => (
          <div key={heading} className="grid gap-1">
            <h3 className="text-sm font-medium">
              {heading} ({items.length})
            </h3>
            <ul className="grid gap-1 text-sm">
              {items.map(({ id, title, incidentKey }) => (
                <li key={id} className="wrap-anywhere">
                  <Link href={actionAddress(id)} className="touch-target text-link hover:underline">
                    AI-{id} {title}
                  </Link>{" "}
                  <span className="text-muted-foreground">{incidentKey}</span>
                </li>
              ))}
            </ul>
          </div>
        ))}
    </div>
  );
}
