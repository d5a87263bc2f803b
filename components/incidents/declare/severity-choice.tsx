import { SeverityBadge } from "@/components/incidents/severity-badge";
import { SEVERITY_MEANINGS } from "@/components/incidents/severity-words";
import { RadioCard, RadioGroup } from "@/components/ui/radio-group";
import { SEVERITIES } from "@/lib/domain/incident";

/** The four severities, each with what it means. */
export function SeverityChoice({ initial }: { initial: string }) {
  return (
    <RadioGroup legend="Severity" className="sm:grid-cols-2">
      {SEVERITIES.map((each) => (
        <RadioCard
          key={each}
          name="severity"
          value={each}
          defaultChecked={each === initial}
          description={SEVERITY_MEANINGS[each]}
        >
          <SeverityBadge severity={each} withName />
        </RadioCard>
      ))}
    </RadioGroup>
  );
}
