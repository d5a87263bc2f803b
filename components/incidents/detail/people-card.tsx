import { RailCard } from "./rail-card";

export type PersonInIncident = { name: string; role: string | null; addresses: string[] };
export type OnCall = { duty: string; contact: string; person: string | undefined };

type PeopleCardProps = {
  people: PersonInIncident[];
  onCall: OnCall[];
  /** True while someone should be in command and nobody is. */
  lacksCommander: boolean;
};

/** Who took part and who was on call. An address has a name only where someone confirmed it. */
export function PeopleCard({ people, onCall, lacksCommander }: PeopleCardProps) {
  return (
    <RailCard title="People">
      {lacksCommander && (
        <p className="mb-2 rounded-md bg-warning-surface px-2.5 py-1.5 text-[0.8125rem] text-warning">
          Nobody is named as commander.
        </p>
      )}
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
    </RailCard>
  );
}
