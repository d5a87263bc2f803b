import type { FormAction } from "@/components/form/use-form";
import { Time } from "@/components/time";
import { Disclosure } from "@/components/ui/disclosure";
import {
  DUTIES,
  holderNames,
  isAmong,
  isShared,
  type Holder,
  type ResponseRole,
  type RoleView,
} from "@/lib/domain/roles";
import { RoleHistory } from "./role-history";
import { GiveRole, GiveUp, TakeRole } from "./role-forms";

export type RoleActions = { assign: FormAction; giveUp: FormAction };

/** Where the field is in which a role is given to someone. */
export const roleAnchor = (role: ResponseRole) => `give-${role.toLowerCase().replaceAll(" ", "-")}`;

type RoleRowProps = {
  view: RoleView;
  incidentKey: string;
  me: string;
  /** The id of the list of names to choose from. */
  directory: string;
  /** Missing for those who may not change it. */
  actions: RoleActions | undefined;
};

/** One role: its duty, who holds it and since when, and the ways to change that. */
export function RoleRow({ view, incidentKey, me, directory, actions }: RoleRowProps) {
  const { role, holders, past } = view;
  const seenHolder = holderNames(holders);
  const isHandover = holders.length > 0 && !isShared(role);
  const fields = { incidentKey, role, seenHolder };
  const isFolded = actions !== undefined && holders.length > 0;
  const duty = <p className="text-xs leading-4.5 text-muted-foreground">{DUTIES[role]}</p>;
  const take = actions && !isAmong(holders, me) && (
    <TakeRole {...fields} me={me} action={actions.assign} />
  );

  return (
    <li className="grid gap-1 border-t border-border pt-3 text-[0.8125rem] leading-5 first:border-0 first:pt-0">
      <h3 className="font-medium">{role}</h3>
      {!isFolded && duty}
      {holders.length === 0 && <p className="text-muted-foreground">Nobody</p>}
      {holders.map((holder) => (
        <HolderLine key={holder.person} holder={holder} />
      ))}
      {holders.length === 0 && take}
      {actions && (
        <Disclosure
          summary={
            <>
              {isHandover ? "Hand over" : "Assign"}
              <span className="sr-only"> {role}</span>
            </>
          }
        >
          <div className="grid gap-3 pb-2">
            {isFolded && duty}
            {holders.length > 0 && take}
            <GiveRole
              {...fields}
              id={roleAnchor(role)}
              directory={directory}
              isHandover={isHandover}
              action={actions.assign}
            />
            {holders.map(({ person }) => (
              <GiveUp
                key={person}
                incidentKey={incidentKey}
                role={role}
                person={person}
                action={actions.giveUp}
              />
            ))}
          </div>
        </Disclosure>
      )}
      {past.length > 0 && <RoleHistory role={role} past={past} />}
    </li>
  );
}

function HolderLine({ holder: { person, since, word, note } }: { holder: Holder }) {
  return (
    <div>
      <p className="flex flex-wrap items-baseline justify-between gap-x-3">
        <span className="text-sm font-medium wrap-anywhere">{person}</span>
        <span className="text-muted-foreground">
          {since === null ? (
            `${word ? `${word}, ` : ""}from the record`
          ) : (
            <>
              since <Time at={since} />
            </>
          )}
        </span>
      </p>
      {note && <p className="wrap-anywhere whitespace-pre-line">Note: {note}</p>}
    </div>
  );
}
