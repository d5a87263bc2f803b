import type { PolicyRow } from "@/lib/domain/deadline-policy";
import { RULE_PARTS } from "@/lib/domain/policy-form";
import { PART_NAMES, PolicyTable } from "./policy-table";

/** The policy's days, to be read. */
export function PolicyDays({ policy }: { policy: PolicyRow[] }) {
  return (
    <div className="grid gap-5 xl:grid-cols-2">
      {RULE_PARTS.map((part) => (
        <section key={part} aria-label={PART_NAMES[part]} className="min-w-0">
          <h3 className="mb-1 font-medium">{PART_NAMES[part]}</h3>
          <PolicyTable
            part={part}
            policy={policy}
            cell={(row) => row[part] ?? <span className="text-muted-foreground">No limit</span>}
          />
        </section>
      ))}
    </div>
  );
}
