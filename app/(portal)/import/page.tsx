import { Importer } from "@/components/import/importer";
import { PageHeader } from "@/components/shell/page-header";
import { requireViewer } from "@/lib/auth/viewer";
import { can } from "@/lib/domain/permissions";
import { importRecordAction, previewImportAction } from "./actions";

export const metadata = { title: "Import" };

export default async function ImportPage() {
  const viewer = await requireViewer();

  return (
    <>
      <PageHeader
        title="Import"
        description="A JSON file with one incident. You see what it holds before anything is stored."
      />
      {can(viewer, "incident:import") ? (
        <Importer previewAction={previewImportAction} importAction={importRecordAction} />
      ) : (
        <p>You can read every incident here. Ask a responder to import one.</p>
      )}
    </>
  );
}
