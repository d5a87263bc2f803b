import Link from "next/link";
import type { ReactNode } from "react";
import { Time } from "@/components/time";
import { Card, CardContent } from "@/components/ui/card";
import type { ListedEntry } from "@/db/queries/audit";
import { AUDIT_KIND_NAMES, wayText } from "@/lib/domain/audit";
import { toldFields } from "@/lib/domain/audit-detail";
import { deedText } from "@/lib/domain/change-text";
import { toUtc } from "@/lib/domain/time";
import { ToldFields } from "./told-fields";

/** All that one entry tells: who, what, when, from where, and what was there before and after. */
export function AuditEntry({ entry }: { entry: ListedEntry }) {
  const { at, kind, actor, action, object, detail, incidentKey } = entry;
  const { via, address, requestId, keyId, hash } = entry;
  const fields = toldFields(detail);
  const deed = kind === "refusal" ? undefined : deedText(action);
  return (
    <>
      <Card>
        <CardContent className="pt-4">
          <dl className="grid gap-x-6 gap-y-2 text-sm sm:grid-cols-[8rem_1fr]">
            <Fact name="Who">{actor}</Fact>
            <Fact name="What">
              {deed !== undefined && `${deed}, `}
              <code>{action}</code> · {AUDIT_KIND_NAMES[kind]}
            </Fact>
            <Fact name="Of what">
              {object}
              {incidentKey !== null && (
                <>
                  {" · "}
                  <Link href={`/incidents/${incidentKey}`} className="text-link underline">
                    open it
                  </Link>
                </>
              )}
            </Fact>
            <Fact name="When">
              <Time at={at} /> · <code>{toUtc(at)}</code>
            </Fact>
            <Fact name="By way of">{wayText(via)}</Fact>
            <Fact name="Address">{address ?? "none"}</Fact>
            <Fact name="Request">{requestId ?? "none"}</Fact>
            <Fact name="Seal">
              <code className="wrap-anywhere">{hash ?? "none"}</code>
              {keyId !== null && ` with key ${keyId}`}
            </Fact>
          </dl>
        </CardContent>
      </Card>
      {fields.length > 0 && (
        <Card>
          <ToldFields fields={fields} />
        </Card>
      )}
    </>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-muted-foreground">{name}</dt>
      <dd className="wrap-anywhere">{children}</dd>
    </>
  );
}
