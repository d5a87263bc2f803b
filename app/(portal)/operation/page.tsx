import { notFound } from "next/navigation";
import { ChangeButton } from "@/components/form/change-button";
import { BackupList } from "@/components/operation/backup-list";
import { FindingList } from "@/components/operation/finding-list";
import { PageHeader } from "@/components/shell/page-header";
import { Time } from "@/components/time";
import { requireViewer } from "@/lib/auth/viewer";
import { lookAtBackups } from "@/lib/backup/folder";
import { readDrill } from "@/lib/backup/last-drill";
import { can } from "@/lib/domain/permissions";
import { env } from "@/lib/env";
import { readReport } from "@/lib/operation/report";
import { backupFolder } from "@/lib/operation/standing";
import { backUpAction, checkHealthAction } from "./actions";

export const metadata = { title: "Backup and health" };

export default async function OperationPage() {
  const viewer = await requireViewer();
  if (!can(viewer, "portal:operate")) notFound();
  const settings = env();
  const folder = backupFolder(settings);
  const report = readReport(settings.dataDir);
  const { backups, problem } = lookAtBackups(folder);

  return (
    <div className="mx-auto grid max-w-4xl gap-8">
      <PageHeader
        title="Backup and health"
        description="What the portal stands on, as it looked at itself, and the copies of its database. The same is on the command line: muster doctor, muster backup."
      />
      <section aria-labelledby="health" className="grid gap-3">
        <div className="flex flex-wrap items-center justify-between gap-2">
          <h2 id="health" className="text-base font-semibold">
            Health
          </h2>
          <ChangeButton action={checkHealthAction} fields={{}} variant="outline">
            Look now
          </ChangeButton>
        </div>
        {report ? (
          <>
            <p className="text-sm text-muted-foreground">
              Looked at <Time at={Date.parse(report.at)} />. The portal does so once a day.
            </p>
            <FindingList findings={report.findings} />
          </>
        ) : (
          <p className="text-muted-foreground">Nobody has looked yet.</p>
        )}
      </section>
      <BackupList
        backups={backups}
        problem={problem}
        drill={problem === undefined ? readDrill(folder) : undefined}
        folder={folder}
        every={settings.backupDir === undefined ? undefined : settings.backupEvery}
        backUpAction={backUpAction}
      />
    </div>
  );
}
