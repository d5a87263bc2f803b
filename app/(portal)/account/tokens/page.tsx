import Link from "next/link";
import { AccountNav } from "@/components/account/account-nav";
import { NewToken } from "@/components/account/new-token";
import { TokenList } from "@/components/account/token-list";
import { PageHeader } from "@/components/shell/page-header";
import { Card, CardContent, CardHeader, CardTitle } from "@/components/ui/card";
import { listOthersTokens, listOwnTokens } from "@/db/queries/api-tokens";
import { requireViewer } from "@/lib/auth/viewer";
import { utcNow } from "@/lib/clock";
import { can } from "@/lib/domain/permissions";
import { createTokenAction, revokeTokenAction } from "./actions";

export const metadata = { title: "API tokens" };

export default async function TokensPage() {
  const viewer = await requireViewer();
  const now = utcNow();
  const others = can(viewer, "token:manage-all") ? listOthersTokens(viewer, now) : [];

  return (
    <>
      <PageHeader
        title="API tokens"
        description={
          <>
            A program that has a token does what you may do, as far as the token goes.{" "}
            <Link href="/docs/api" className="touch-target text-link underline underline-offset-4">
              What the API does
            </Link>
          </>
        }
      />
      <AccountNav shown="tokens" />
      <div className="grid gap-5">
        <Card aria-labelledby="new-token">
          <CardHeader>
            <CardTitle id="new-token">New token</CardTitle>
          </CardHeader>
          <CardContent>
            <NewToken action={createTokenAction} />
          </CardContent>
        </Card>
        <Card aria-labelledby="own-tokens">
          <CardHeader>
            <CardTitle id="own-tokens">Your tokens</CardTitle>
          </CardHeader>
          <CardContent>
            <TokenList tokens={listOwnTokens(viewer, now)} revokeAction={revokeTokenAction} />
          </CardContent>
        </Card>
        {others.length > 0 && (
          <Card aria-labelledby="other-tokens">
            <CardHeader>
              <CardTitle id="other-tokens">Tokens of other people</CardTitle>
            </CardHeader>
            <CardContent>
              <TokenList tokens={others} revokeAction={revokeTokenAction} />
            </CardContent>
          </Card>
        )}
      </div>
    </>
  );
}
