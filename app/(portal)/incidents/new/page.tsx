import { nanoid } from "nanoid";
import { DeclareForm } from "@/components/incidents/detail/declare-form";
import { OpenIncidents } from "@/components/incidents/detail/open-incidents";
import { PageHeader } from "@/components/shell/page-header";
import { listFilterOptions, listIncidents } from "@/db/queries/incidents";
import { listPeople } from "@/db/queries/people";
import { requireViewer } from "@/lib/auth/viewer";
import { can } from "@/lib/domain/permissions";
import { declareIncidentAction } from "../actions";

export const metadata = { title: "Declare incident" };

export default async function DeclarePage() {
  const viewer = await requireViewer();

  if (!can(viewer, "incident:declare")) {
    return (
      <PageHeader
        title="Declare incident"
        description="Your role may read incidents, not declare them. Ask a responder or an admin."
      />
    );
  }

  return (
    <div className="mx-auto max-w-2xl">
      <PageHeader title="Declare incident" />
      <OpenIncidents incidents={listIncidents(viewer, { view: "open", page: 1 })} />
      <DeclareForm
        action={declareIncidentAction}
        submissionKey={nanoid()}
        commander={viewer.name}
        services={listFilterOptions(viewer).services}
        people={listPeople().map(({ name }) => name)}
      />
    </div>
  );
}
