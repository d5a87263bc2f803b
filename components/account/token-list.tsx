import { ChangeButton } from "@/components/form/change-button";
import type { FormAction } from "@/components/form/use-form";
import { Lifetime } from "@/components/lifetime";
import { Time } from "@/components/time";
import { Badge } from "@/components/ui/badge";
import type { TokenRow } from "@/db/queries/api-tokens";

const STATES = {
  works: { word: "Works", look: "success" },
  expired: { word: "Expired", look: "secondary" },
  revoked: { word: "Revoked", look: "secondary" },
} as const;

type TokenListProps = {
  tokens: (TokenRow & { owner?: string })[];
  revokeAction: FormAction;
};

/** Tokens with what they are for, and how to end them. */
export function TokenList({ tokens, revokeAction }: TokenListProps) {
  if (tokens.length === 0) return <p className="text-muted-foreground">No tokens yet.</p>;
  return (
    <ul className="divide-y divide-border">
      {tokens.map((token) => (
        <li key={token.id} className="grid gap-2 py-3 sm:grid-cols-[1fr_auto]">
          <div className="min-w-0">
            <p className="flex flex-wrap items-center gap-2 font-medium wrap-anywhere">
              {token.name}
              <Badge variant={STATES[token.state].look}>{STATES[token.state].word}</Badge>
            </p>
            <TokenFacts token={token} />
          </div>
          {token.state === "works" && (
            <ChangeButton action={revokeAction} fields={{ id: token.id }} variant="outline">
              Revoke<span className="sr-only"> {token.name}</span>
            </ChangeButton>
          )}
        </li>
      ))}
    </ul>
  );
}

function TokenFacts({ token }: { token: TokenListProps["tokens"][number] }) {
  const { owner, ending, scopes, createdAt, expiresAt, lastUsedAt, revokedAt } = token;
  return (
    <div className="grid gap-1 text-[0.8125rem] text-muted-foreground">
      <p className="flex flex-wrap gap-x-4">
        {owner !== undefined && <span>Of {owner}</span>}
        <span>
          Ends in <code>{ending}</code>
        </span>
        <span>
          Created <Time at={createdAt} />
        </span>
        <Lifetime expiresAt={expiresAt} revokedAt={revokedAt} />
        <span>
          {lastUsedAt === null ? (
            "Never used"
          ) : (
            <>
              Last used <Time at={lastUsedAt} />
            </>
          )}
        </span>
      </p>
      <p className="wrap-anywhere">For {scopes.join(", ")}</p>
    </div>
  );
}
