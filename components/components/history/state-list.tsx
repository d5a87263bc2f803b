import Link from "next/link";
import type { FormAction } from "@/components/form/use-form";
import { ComponentWord } from "@/components/status-words/component-word";
import { Time } from "@/components/time";
import type { ComponentState } from "@/db/queries/component-history";
import { formatMinutes } from "@/lib/format";
import { CorrectLink } from "./correct-link";
import { CorrectionForm } from "./correction-form";
import { StateSource } from "./state-source";

export type StateActions = { correct: FormAction; withdraw: FormAction };

type StateListProps = {
  component: string;
  states: ComponentState[];
  page: number;
  now: number;
  /** Where the public page is. */
  statusUrl: string;
  /** The state that is being corrected. */
  open: number | undefined;
  /** Missing for those who may only look. */
  actions: StateActions | undefined;
};

/** Every state that a component was set to, the newest first, with where each came from. */
export function StateList({ states, ...shown }: StateListProps) {
  return (
    <ol className="divide-y divide-border border-t border-border">
      {states.map((state) => (
        <li key={state.id} id={`state-${state.id}`} className="scroll-mt-20 px-4 py-3">
          <Row state={state} {...shown} />
        </li>
      ))}
    </ol>
  );
}

type RowProps = Omit<StateListProps, "states"> & { state: ComponentState };

function Row({ state, component, page, now, statusUrl, open, actions }: RowProps) {
  const { id, status, at, until, withdrawnAt, correctedAt } = state;
  const isOpen = open === id && withdrawnAt === null;
  return (
    <>
      <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-1">
        <div className="min-w-0">
          <p className="flex flex-wrap items-center gap-x-3 gap-y-0.5">
            {withdrawnAt === null ? (
              <ComponentWord status={status} />
            ) : (
              <del className="text-muted-foreground">
                <ComponentWord status={status} className="text-muted-foreground" />
              </del>
            )}
            <span>
              from <Time at={at} />
            </span>
            {withdrawnAt === null && (
              <span className="text-muted-foreground">
                {until === undefined ? "until now, " : "for "}
                {lengthOf((until ?? now) - at)}
              </span>
            )}
          </p>
          <p className="mt-0.5 text-[0.8125rem] text-muted-foreground wrap-anywhere">
            <StateSource state={state} statusUrl={statusUrl} />
            {withdrawnAt !== null && (
              <>
                {" "}
                Withdrawn <Time at={withdrawnAt} />: it does not count.
              </>
            )}
            {withdrawnAt === null && correctedAt !== null && (
              <>
                {" "}
                Corrected <Time at={correctedAt} />.
              </>
            )}
          </p>
        </div>
        {actions && withdrawnAt === null && !isOpen && (
          <CorrectLink
            id={id}
            at={at}
            href={`/components/${component}?page=${page}&row=${id}#state-${id}`}
          />
        )}
      </div>
      {actions && isOpen && (
        <Corrections state={state} component={component} page={page} actions={actions} />
      )}
    </>
  );
}

function lengthOf(ms: number): string {
  const minutes = ms / 60_000;
  return formatMinutes(minutes < 1 ? minutes : Math.round(minutes));
}

type CorrectionsProps = {
  state: ComponentState;
  component: string;
  page: number;
  actions: StateActions;
};

function Corrections({ state, component, page, actions }: CorrectionsProps) {
  const { id, status, at } = state;
  const about = { component, id };
  return (
    <div className="mt-3 grid gap-5 rounded-md border border-border bg-muted/40 p-4">
      <section aria-label="Correct this state" className="grid gap-2">
        <h3 className="text-sm font-semibold">Correct this state</h3>
        <CorrectionForm
          action={actions.correct}
          about={about}
          standing={{ status, at }}
          focuses
          label="Save the correction"
        />
      </section>
      <section aria-label="Withdraw this state" className="grid gap-2 border-t border-border pt-4">
        <h3 className="text-sm font-semibold">Withdraw this state</h3>
        <p className="text-muted-foreground">
          It did not hold at all. It stays in this history, and counts no more.
        </p>
        <CorrectionForm
          action={actions.withdraw}
          about={about}
          standing="none"
          label="Withdraw this state"
          isDestructive
        />
      </section>
      <p>
        <Link
          href={`/components/${component}?page=${page}#state-${id}`}
          scroll={false}
          className="touch-target text-link hover:underline"
        >
          Leave it as it is
        </Link>
      </p>
    </div>
  );
}
