import { Time } from "@/components/time";
import { Disclosure } from "@/components/ui/disclosure";
import type { PastHolder, ResponseRole } from "@/lib/domain/roles";

type RoleHistoryProps = { role: ResponseRole; past: PastHolder[] };

/** Who held a role before, the last first. */
export function RoleHistory({ role, past }: RoleHistoryProps) {
  return (
    <Disclosure
      summary={
        <span className="font-normal text-muted-foreground">
          {past.length} before<span className="sr-only">: {role}</span>
        </span>
      }
    >
      <ol className="grid gap-2 pb-2">
        {past.map(({ person, since, until, note }, index) => (
          <li key={index}>
            <p className="font-medium wrap-anywhere">{person}</p>
            <p className="text-muted-foreground">
              {since === null ? "From the record" : <Time at={since} />}
              {until !== null && (
                <>
                  {" until "}
                  <Time at={until} />
                </>
              )}
            </p>
            {note && <p className="wrap-anywhere whitespace-pre-line">Note: {note}</p>}
          </li>
        ))}
      </ol>
    </Disclosure>
  );
}
