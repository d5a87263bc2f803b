import Link from "next/link";
import type { FormAction } from "@/components/form/use-form";
import { Card, CardContent, CardDescription, CardHeader, CardTitle } from "@/components/ui/card";
import type { Proposal } from "@/db/queries/people";
import { ProposalForm } from "./proposal-form";

const SHOWN_INCIDENTS = 3;

type UnmatchedAddressesProps = {
  proposals: Proposal[];
  names: string[];
  /** Missing for those who may not confirm. */
  confirmAction: FormAction | undefined;
};

/** Addresses in records that belong to nobody yet, each with the person it probably means. */
export function UnmatchedAddresses({ proposals, names, confirmAction }: UnmatchedAddressesProps) {
  return (
    <Card aria-labelledby="unmatched">
      <CardHeader className="grid justify-stretch">
        <CardTitle id="unmatched">Whose addresses are these?</CardTitle>
        <CardDescription>
          Records name owners and people on call by e-mail. Until someone confirms whose an address
          is, it is shown as it came.
        </CardDescription>
      </CardHeader>
      <CardContent className="p-0">
        <ul>
          {proposals.map((proposal) => (
            <li
              key={proposal.alias}
              className="grid items-start gap-2 border-t border-border px-4 py-3 md:grid-cols-[1fr_auto]"
            >
              <div className="min-w-0">
                <p className="font-medium wrap-anywhere">{proposal.alias}</p>
                <p className="text-[0.8125rem] text-muted-foreground">
                  <Mentions {...proposal} />
                </p>
              </div>
              {confirmAction ? (
                <ProposalForm
                  alias={proposal.alias}
                  proposed={proposal.proposed}
                  names={names}
                  confirmAction={confirmAction}
                />
              ) : (
                proposal.proposed && <p>Probably {proposal.proposed}</p>
              )}
            </li>
          ))}
        </ul>
      </CardContent>
    </Card>
  );
}

function Mentions({ ownedItems, isOnCall, incidents }: Proposal) {
  const roles = [
    ownedItems === 1 && "owns 1 action item",
    ownedItems > 1 && `owns ${ownedItems} action items`,
    isOnCall && "on call",
  ].filter(Boolean);
  const more = incidents.length - SHOWN_INCIDENTS;
  return (
    <>
      {roles.join(", ")} in{" "}
      {incidents.slice(0, SHOWN_INCIDENTS).map((key, i) => (
        <span key={key}>
          {i > 0 && ", "}
          <Link href={`/incidents/${key}`} className="text-link underline underline-offset-4">
            {key}
          </Link>
        </span>
      ))}
      {more > 0 && ` and ${more} more`}
    </>
  );
}
