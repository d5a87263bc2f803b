import { Section } from "@/components/incidents/detail/section";
import { Disclosure } from "@/components/ui/disclosure";
import type { StoredChain } from "@/db/queries/why-chains";
import { factorName } from "@/lib/domain/factors";
import { MOST_CHAINS, whyMarkdown } from "@/lib/domain/why-chain";
import type { CausesActions } from "./causes-actions";
import { ChainForm } from "./chain-form";
import { ChainReading } from "./chain-reading";
import { ChainTools } from "./chain-tools";

type WhySectionProps = {
  incidentKey: string;
  chains: StoredChain[];
  /** The words of the contributing factors. */
  factors: string[];
  actions: CausesActions | undefined;
};

/** Chains of whys: from what went wrong to what lies below it. */
export function WhySection({ incidentKey, chains, factors, actions }: WhySectionProps) {
  const names = factors.map(factorName);
  return (
    <Section id="whys" title="Five whys">
      {chains.length === 0 && (
        <p className="text-muted-foreground">
          Nobody has asked yet. Begin at what went wrong, then ask of each answer why it was so.
        </p>
      )}
      <ul aria-label="Chains of whys" className="grid grid-cols-[minmax(0,1fr)] gap-4">
        {chains.map((chain) => (
          <li
            key={chain.id}
            id={`why-${chain.id}`}
            tabIndex={-1}
            className="scroll-mt-20 rounded-md border border-border p-3"
          >
            {actions ? (
              <>
                <ChainForm action={actions.editWhyChain} incidentKey={incidentKey} chain={chain} />
                <ChainTools
                  incidentKey={incidentKey}
                  chain={chain}
                  markdown={whyMarkdown(chain)}
                  isFactor={names.includes(factorName(chain.answers.at(-1) ?? ""))}
                  actions={actions}
                />
              </>
            ) : (
              <ChainReading chain={chain} />
            )}
          </li>
        ))}
      </ul>
      {actions && chains.length < MOST_CHAINS && (
        <Disclosure
          summary={chains.length === 0 ? "Ask why" : "Ask why of something else"}
          className="mt-2 print:hidden"
        >
          <ChainForm action={actions.addWhyChain} incidentKey={incidentKey} />
        </Disclosure>
      )}
    </Section>
  );
}
