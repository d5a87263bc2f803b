import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { HEALTH_NAMES, type Finding } from "@/lib/domain/health";

const TONES = { ok: "success", warning: "warning", problem: "danger" } as const;

type FindingListProps = { findings: Finding[] };

/** What was looked at, a line each, with how it stands. */
export function FindingList({ findings }: FindingListProps) {
  return (
    <Card>
      <ul className="divide-y divide-border">
        {findings.map(({ check, state, says }) => (
          <li
            key={`${check} ${says}`}
            className="grid gap-x-4 gap-y-1 px-4 py-3 text-sm sm:grid-cols-[9rem_minmax(0,1fr)]"
          >
            <p>
              <Badge variant={TONES[state]}>{HEALTH_NAMES[state]}</Badge>
            </p>
            <p className="wrap-anywhere">
              <span className="inline-block font-medium first-letter:uppercase">{check}</span>:{" "}
              {says}
            </p>
          </li>
        ))}
      </ul>
    </Card>
  );
}
