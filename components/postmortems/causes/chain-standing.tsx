import { ChainReading } from "./chain-reading";

export type StandingChain = { problem: string; answers: string[]; version: number };

/** The chain that a conflict brought back. */
export function chainIn(conflict: unknown): StandingChain | undefined {
  if (typeof conflict !== "object" || conflict === null) return undefined;
  if (!("problem" in conflict && "answers" in conflict && "version" in conflict)) return undefined;
  const { problem, answers, version } = conflict;
  if (typeof problem !== "string" || typeof version !== "number") return undefined;
  return Array.isArray(answers) ? { problem, answers: answers.map(String), version } : undefined;
}

/** What somebody else saved while this was written. */
export function ChainStanding({ chain }: { chain: StandingChain }) {
  return (
    <div className="rounded-md border border-border p-2.5">
      <p className="mb-1 text-[0.8125rem] font-medium">
        What stands there now. Saving again replaces it.
      </p>
      <ChainReading chain={chain} />
    </div>
  );
}
