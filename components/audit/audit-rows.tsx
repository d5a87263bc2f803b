import Link from "next/link";
import { Time } from "@/components/time";
import { Card } from "@/components/ui/card";
import type { ListedEntry } from "@/db/queries/audit";
import { wayText } from "@/lib/domain/audit";
import { deedText } from "@/lib/domain/change-text";
import { KindBadge } from "./kind-badge";

/** Entries of the audit record, each leading to all that it tells. */
export function AuditRows({ entries }: { entries: ListedEntry[] }) {
  return (
    <Card>
      <ol className="divide-y divide-border">
        {entries.map(({ id, at, kind, actor, action, object, via, address }) => (
          <li key={id} className="grid gap-1 px-4 py-3 text-sm">
            <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
              <KindBadge kind={kind} />
              <Link
                href={`/audit/${id}`}
                className="touch-target font-medium text-link wrap-anywhere hover:underline"
              >
                {actor}{" "}
                {kind === "refusal" ? `was refused ${action}` : (deedText(action) ?? action)}
              </Link>
              <span className="wrap-anywhere">{object}</span>
            </p>
            <p className="text-muted-foreground wrap-anywhere">
              <Time at={at} /> · {action} · {wayText(via)}
              {address !== null && ` · ${address}`} · {`entry ${id}`}
            </p>
          </li>
        ))}
      </ol>
    </Card>
  );
}
