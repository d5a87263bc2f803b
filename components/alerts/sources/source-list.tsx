import Link from "next/link";
import { Time } from "@/components/time";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import type { SourceRow } from "@/db/queries/alert-sources";
import { PROOF_NAMES, SOURCE_NAMES } from "@/lib/domain/alerts/source";

/** Where alerts come from, and when each was last heard of. */
export const SourceList = ({ sources }: { sources: SourceRow[] }) => (
  <Card>
    <ul className="divide-y divide-border">
      {sources.map(({ id, name, kind, proof, lastSeenAt, disabledAt }) => (
        <li key={id} className="grid gap-1 px-4 py-3">
          <p className="flex flex-wrap items-center gap-2">
            <Link
              href={`/alerts/sources/${id}`}
              className="touch-target font-medium wrap-anywhere text-link underline-offset-4 hover:underline"
            >
              {name}
            </Link>
            {disabledAt !== null && <Badge variant="warning">Switched off</Badge>}
          </p>
          <p className="flex flex-wrap gap-x-4 text-[0.8125rem] text-muted-foreground">
            <span>{SOURCE_NAMES[kind]}</span>
            <span>{PROOF_NAMES[proof]}</span>
            <span>
              {lastSeenAt === null ? (
                "Never heard of"
              ) : (
                <>
                  Last heard of <Time at={lastSeenAt} show="age" />
                </>
              )}
            </span>
          </p>
        </li>
      ))}
    </ul>
  </Card>
);
