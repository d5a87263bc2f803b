import type { FormAction } from "@/components/form/use-form";
import { ConfirmPerson } from "@/components/incidents/people/confirm-person";
import type { LikelyPerson } from "@/db/queries/people";
import type { Participant } from "@/lib/domain/roles";
import { RailCard } from "./rail-card";

export type PersonInIncident = Participant & { addresses: string[] };
export type OnCall = { duty: string; contact: string; person: string | undefined };

type PeopleCardProps = {
  people: PersonInIncident[];
  onCall: OnCall[];
  /** Whom the record's addresses probably mean. */
  likely: LikelyPerson[];
  /** Missing for those who may not confirm. */
  confirmAction: FormAction | undefined;
};

/** Who took part and who was on call. An address has a name only where someone confirmed it. */
export function PeopleCard({ people, onCall, likely, confirmAction }: PeopleCardProps) {
  return (
    <RailCard title="People">
      {people.length === 0 && onCall.length === 0 && (
        <p className="text-muted-foreground">Nobody is named.</p>
      )}
      <ul className="grid gap-2">
        {people.map(({ name, role, addresses }, index) => (
          <li key={index} className="text-[0.8125rem] leading-5">
            <p className="flex flex-wrap justify-between gap-x-3">
              <span className="font-medium">{name}</span>
              <span className="text-muted-foreground">{role ?? "Participant"}</span>
            </p>
            {addresses.length > 0 && (
              <p className="text-muted-foreground wrap-anywhere">{addresses.join(", ")}</p>
            )}
          </li>
        ))}
      </ul>
      {onCall.length > 0 && (
        <>
          <h3 className="mt-3 mb-1 text-[0.8125rem] text-muted-foreground">On call</h3>
          <ul className="grid gap-1 text-[0.8125rem] leading-5">
            {onCall.map(({ duty, contact, person }) => (
              <li key={duty} className="flex flex-wrap justify-between gap-x-3">
                <span className="wrap-anywhere">{person ? `${person} (${contact})` : contact}</span>
                <span className="text-muted-foreground">{duty}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      {likely.length > 0 && (
        <>
          <h3 className="mt-3 mb-1.5 text-[0.8125rem] text-muted-foreground">
            Whose addresses are these?
          </h3>
          <ul className="grid gap-1.5 text-[0.8125rem] leading-5">
            {likely.map(({ alias, person }) => (
              <li key={alias} className="wrap-anywhere">
                {confirmAction ? (
                  <ConfirmPerson alias={alias} person={person} action={confirmAction} />
                ) : (
                  `${alias}, probably ${person}`
                )}
              </li>
            ))}
          </ul>
        </>
      )}
    </RailCard>
  );
}
