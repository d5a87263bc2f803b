import { ChangeButton } from "@/components/form/change-button";
import type { FormAction } from "@/components/form/use-form";
import { Time } from "@/components/time";
import { Card } from "@/components/ui/card";
import type { Backup } from "@/lib/backup/folder";
import type { Drill } from "@/lib/backup/last-drill";
import { KEPT } from "@/lib/domain/backup-keeping";

const HOUR = 3_600_000;
const MB = 1024 * 1024;

type BackupListProps = {
  backups: Backup[];
  /** Why the folder cannot be read, where it cannot. */
  problem: string | undefined;
  drill: Drill | undefined;
  folder: string;
  /** Milliseconds from one to the next; the portal makes none by itself where it is missing. */
  every: number | undefined;
  backUpAction: FormAction;
};

/** The copies of the database that there are, and whether one was restored to see that it can be. */
export function BackupList(props: BackupListProps) {
  const { backups, problem, drill, folder, every, backUpAction } = props;
  return (
    <section aria-labelledby="backups" className="grid gap-3">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h2 id="backups" className="text-base font-semibold">
          Backups
        </h2>
        <ChangeButton action={backUpAction} fields={{}} variant="outline">
          Back up now
        </ChangeButton>
      </div>
      <p className="max-w-prose text-sm text-muted-foreground wrap-anywhere">
        {every === undefined
          ? "The portal makes none by itself: set BACKUP_DIR. "
          : `One every ${hours(every)}; the newest of ${KEPT.hours} hours, ${KEPT.days} days and ${KEPT.weeks} weeks are kept. `}
        They are in {folder}, without secrets.json, of which a copy belongs elsewhere.
      </p>
      <DrillLine drill={drill} />
      {backups.length === 0 ? (
        <p className="rounded-lg border border-dashed border-border bg-card px-6 py-12 text-center text-muted-foreground">
          {problem ?? "There is no backup yet."}
        </p>
      ) : (
        <Card>
          <ul className="divide-y divide-border">
            {backups.map(({ file, at, bytes, auditHead }) => (
              <li key={file} className="grid gap-1 px-4 py-3 text-sm">
                <p className="font-medium">
                  <Time at={Date.parse(at)} />
                </p>
                <p className="text-muted-foreground wrap-anywhere">
                  {file} · {(bytes / MB).toFixed(1)} MB · up to entry {auditHead.id} of the audit
                  record
                </p>
              </li>
            ))}
          </ul>
        </Card>
      )}
    </section>
  );
}

function DrillLine({ drill }: Pick<BackupListProps, "drill">) {
  if (!drill) return <p className="text-sm">No restore was tried out yet.</p>;
  return (
    <p className="text-sm wrap-anywhere">
      A restore was tried out <Time at={Date.parse(drill.at)} />
      {drill.problems.length === 0
        ? `, and worked: ${drill.incidents} incidents were read.`
        : `, and failed: ${drill.problems.join(" ")}`}
    </p>
  );
}

const hours = (ms: number) => (ms === HOUR ? "hour" : `${ms / HOUR} hours`);
