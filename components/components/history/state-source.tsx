import Link from "next/link";
import type { ComponentState } from "@/db/queries/component-history";

type StateSourceProps = { state: ComponentState; statusUrl: string };

/** By whom a state was set, and by what they said. */
export function StateSource({ state, statusUrl }: StateSourceProps) {
  const { setBy, incident, update, maintenance } = state;
  return (
    <>
      Set by {setBy === "system" ? "the portal" : setBy}
      {incident && (
        <>
          {" "}
          in{" "}
          <Link
            href={`/incidents/${incident.key}`}
            className="text-link underline underline-offset-2"
          >
            {incident.key}
          </Link>{" "}
          ({incident.title})
        </>
      )}
      {update?.incidentId && (
        <>
          {" "}
          with a{" "}
          <a
            href={`${statusUrl}/incidents/${update.incidentId}#u-${update.publicId}`}
            className="text-link underline underline-offset-2"
          >
            public update
          </a>
        </>
      )}
      {maintenance && ` for the maintenance “${maintenance.title}”`}
      {!incident && !maintenance && " without an incident"}.
    </>
  );
}
