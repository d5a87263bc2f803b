import { Badge } from "@/components/ui/badge";
import { AUDIT_KIND_NAMES, type AuditKind } from "@/lib/domain/audit";

/** Says that an entry is no change; nothing for one that is. */
export function KindBadge({ kind }: { kind: AuditKind }) {
  if (kind === "change") return null;
  return (
    <Badge variant={kind === "refusal" ? "danger" : "secondary"}>{AUDIT_KIND_NAMES[kind]}</Badge>
  );
}
