import { nanoid } from "nanoid";
import { DeclareForm } from "@/components/incidents/declare/declare-form";
import { OpenIncidents } from "@/components/incidents/declare/open-incidents";
import { PageHeader } from "@/components/shell/page-header";
import { listFilterOptions } from "@/db/queries/incident-options";
import { listOpenIncidents } from "@/db/queries/open-incidents";
import { listPeople } from "@/db/queries/people";
import { nameOfUser } from "@/db/queries/roles";
import { requireViewer } from "@/lib/auth/viewer";
import { can } from "@/lib/domain/permissions";
import { declareIncidentAction } from "../actions";

export const metadata = { title: "Declare incident" };

const LONGEST_PREFILL = 200;

/** The alert from which somebody came here to declare. */
const alertIn = (text: string | string[] | undefined) =>
  typeof text === "string" && /^[1-9]\d{0,14}$/.test(text) ? Number(text) : undefined;

type DeclarePageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function DeclarePage({ searchParams }: DeclarePageProps) {
  const viewer = await requireViewer();
  const asked = await searchParams;
  const prefill = (name: string) => {
    const text = asked[name];
    return typeof text === "string" ? text.slice(0, LONGEST_PREFILL) : undefined;
  };

  if (!can(viewer, "incident:declare")) {
    return (
      <PageHeader
        title="Declare incident"
        description="Your role may read incidents, not declare them. Ask a responder or an admin."
      />
    );
  }

  const open = listOpenIncidents(viewer);
  return (
    <div className="mx-auto max-w-2xl">
      <PageHeader title="Declare incident" />
      <OpenIncidents incidents={open} />
      <DeclareForm
        action={declareIncidentAction}
        submissionKey={nanoid()}
        alert={alertIn(asked.alert)}
        prefill={{
          title: prefill("title"),
          severity: prefill("severity"),
          service: prefill("service"),
        }}
        commander={nameOfUser(viewer)}
        open={open}
        services={listFilterOptions(viewer).services}
        people={listPeople().map(({ name }) => name)}
      />
    </div>
  );
}
