import Link from "next/link";
import { Time } from "@/components/time";
import { Card, CardHeader, CardTitle } from "@/components/ui/card";
import {
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableHeader,
  TableRow,
} from "@/components/ui/table";
import type { Account } from "@/db/queries/accounts";
import { ROLE_LABELS } from "@/lib/domain/permissions";

/** Every account, with what it may do and when it was used last. */
export function AccountTable({ accounts }: { accounts: Account[] }) {
  return (
    <Card aria-labelledby="accounts">
      <CardHeader>
        <CardTitle id="accounts">
          {accounts.length === 1 ? "1 account" : `${accounts.length} accounts`}
        </CardTitle>
      </CardHeader>
      <Table label="Accounts">
        <TableHeader>
          <TableRow>
            <TableHead className="ps-4">Name</TableHead>
            <TableHead>Role</TableHead>
            <TableHead>Second factor</TableHead>
            <TableHead>Last used</TableHead>
          </TableRow>
        </TableHeader>
        <TableBody>
          {accounts.map(({ id, name, email, role, disabledAt, factorAt, lastSeenAt }) => (
            <TableRow key={id}>
              <TableCell className="min-w-40 ps-4 wrap-anywhere">
                <Link
                  href={`/people/accounts/${id}`}
                  className="touch-target font-medium hover:underline"
                >
                  {name}
                </Link>
                <span className="block text-[0.8125rem] text-muted-foreground">{email}</span>
              </TableCell>
              <TableCell>
                {ROLE_LABELS[role]}
                {disabledAt !== null && ", closed"}
              </TableCell>
              <TableCell>{factorAt === null ? "Off" : "On"}</TableCell>
              <TableCell>
                {lastSeenAt === null ? "Not lately" : <Time at={lastSeenAt} show="age" />}
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </Card>
  );
}
