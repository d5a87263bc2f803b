import { TriangleAlert } from "lucide-react";
import Link from "next/link";
import { SeverityBadge } from "@/components/incidents/severity-badge";
import { Alert, AlertDescription, AlertTitle } from "@/components/ui/alert";
import type { OpenIncident } from "@/db/queries/open-incidents";
import { openSentence } from "@/lib/domain/duplicates";

type OpenOnServiceProps = { incidents: OpenIncident[]; service: string };

/** That the same service has incidents already, so that nobody declares one of them again. */
export function OpenOnService({ incidents, service }: OpenOnServiceProps) {
  if (incidents.length === 0) return null;
  return (
    <Alert role="status" variant="warning">
      <TriangleAlert aria-hidden />
      <AlertTitle>{openSentence(incidents.length, service)} Is it one of these?</AlertTitle>
      <AlertDescription>
        <ul className="mt-1 grid gap-1.5">
          {incidents.map(({ key, title, severity }) => (
            <li key={key} className="flex flex-wrap items-center gap-x-2">
              <SeverityBadge severity={severity} />
              <Link
                href={`/incidents/${key}`}
                className="touch-target wrap-anywhere underline underline-offset-4"
              >
                {key} {title}
              </Link>
            </li>
          ))}
        </ul>
      </AlertDescription>
    </Alert>
  );
}
