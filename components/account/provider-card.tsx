import { ProviderLink } from "@/components/auth/provider-link";
import { ChangeButton } from "@/components/form/change-button";
import type { FormAction } from "@/components/form/use-form";
import { Time } from "@/components/time";
import { Card, CardContent, CardDescription, CardHeader, CardTitle } from "@/components/ui/card";
import type { OwnIdentity } from "@/db/queries/auth/identities";

type ProviderCardProps = {
  name: string;
  identities: OwnIdentity[];
  /** What was shown at the provider in this session, and waits to be connected. */
  offer: { email: string | null; subject: string } | undefined;
  linkAction: FormAction;
  refuseAction: FormAction;
  unlinkAction: FormAction;
};

/** What an account is connected to at the provider, and how to connect it. */
export function ProviderCard({ name, identities, offer, ...actions }: ProviderCardProps) {
  return (
    <Card aria-labelledby="provider">
      <CardHeader>
        <CardTitle id="provider">Sign in with {name}</CardTitle>
        <CardDescription>
          Whoever signs in to the connected account there is signed in here, without a password and
          without the second factor of this portal.
        </CardDescription>
      </CardHeader>
      <CardContent className="grid gap-4">
        {identities.length > 0 && (
          <Connected identities={identities} action={actions.unlinkAction} />
        )}
        {offer && <Offer offer={offer} {...actions} />}
        {!offer && identities.length === 0 && (
          <ProviderLink
            verb="Connect"
            name={name}
            asked={{ for: "link" }}
            className="justify-self-start"
          />
        )}
      </CardContent>
    </Card>
  );
}

const Connected = ({ identities, action }: { identities: OwnIdentity[]; action: FormAction }) => (
  <ul aria-label="Connected" className="grid gap-3">
    {identities.map(({ id, email, issuer, createdAt, lastUsedAt }) => (
      <li key={id} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
        <div className="min-w-0">
          <p className="font-medium wrap-anywhere">{email ?? "An account without an address"}</p>
          <p className="text-[0.8125rem] wrap-anywhere text-muted-foreground">
            {issuer}, since <Time at={createdAt} show="datetime" />
            {lastUsedAt !== null && (
              <>
                , last used <Time at={lastUsedAt} show="age" />
              </>
            )}
          </p>
        </div>
        <ChangeButton action={action} fields={{ id }}>
          Disconnect
        </ChangeButton>
      </li>
    ))}
  </ul>
);

type OfferProps = Pick<ProviderCardProps, "linkAction" | "refuseAction"> & {
  offer: NonNullable<ProviderCardProps["offer"]>;
};

const Offer = ({ offer: { email, subject }, linkAction, refuseAction }: OfferProps) => (
  <section aria-label="To be connected" className="grid gap-3">
    <p>
      You signed in there as <strong className="wrap-anywhere">{email ?? subject}</strong>. Connect
      it only if this is you: it will open your account here.
    </p>
    <div className="flex flex-wrap gap-2">
      <ChangeButton action={linkAction} fields={{}} variant="default">
        Connect it
      </ChangeButton>
      <ChangeButton action={refuseAction} fields={{}}>
        Not me
      </ChangeButton>
    </div>
  </section>
);
