import Link from "next/link";
import {
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableHeader,
  TableRow,
} from "@/components/ui/table";
import { PROBLEMS, problemType } from "@/lib/api/problem";
import { WithCode } from "./with-code";

const RULES = [
  "Bodies and answers are JSON. Names that an operation does not know are refused.",
  "A token does what its owner may do, as far as its scopes go. What they may not see is not there: 404.",
  "Send `Idempotency-Key` with a POST, any text of your own: a request that is repeated with the same key within a day acts once, and gets the first answer again.",
  "What you read has an `ETag`. PUT, PATCH and DELETE name it as `If-Match`. Where somebody was faster the answer is 412: read again, then repeat. A read with `If-None-Match` is answered 304 where nothing changed.",
  "Lists answer `items` and `nextCursor`. Ask again with it as `cursor`, or follow the `Link` header, until it is null.",
  "Times are UTC, as 2026-01-31T14:05:30Z.",
];

type ApiBasicsProps = { baseUrl: string; perMinute: number };

/** What holds for all operations. */
export const ApiBasics = ({ baseUrl, perMinute }: ApiBasicsProps) => (
  <section aria-labelledby="basics" className="grid grid-cols-1 gap-3">
    <h2 id="basics" className="text-lg font-semibold">
      Basics
    </h2>
    <p className="max-w-prose">
      Make a token under{" "}
      <Link href="/account/tokens" className="text-link underline underline-offset-4">
        API tokens
      </Link>{" "}
      and send it with each request. All addresses are below <code>{baseUrl}/api/v1</code>.
    </p>
    <pre
      tabIndex={0}
      aria-label="An example"
      className="overflow-x-auto rounded-lg border border-border bg-card p-4 text-[0.8125rem]"
    >
      <code>{`curl -H "Authorization: Bearer $MUSTER_TOKEN" ${baseUrl}/api/v1/incidents?view=open`}</code>
    </pre>
    <ul className="grid max-w-prose list-disc gap-1.5 ps-5">
      {RULES.map((rule) => (
        <li key={rule}>
          <WithCode text={rule} />
        </li>
      ))}
      <li>
        A token may ask {perMinute.toLocaleString("en")} times a minute. The header{" "}
        <code>RateLimit</code> says how much is left.
      </li>
    </ul>
    <h3 className="font-medium">Problems</h3>
    <p className="max-w-prose">
      <WithCode text="Every refusal is a problem document after RFC 9457 (`application/problem+json`), with a sentence as `detail` and what is wrong with single fields as `errors`." />
    </p>
    <Table label="Kinds of problems">
      <TableHeader>
        <TableRow>
          <TableHead>Type</TableHead>
          <TableHead>Status</TableHead>
          <TableHead>What it means</TableHead>
        </TableRow>
      </TableHeader>
      <TableBody>
        {KINDS.map(({ type, status, title }) => (
          <TableRow key={type} id={type.split("#")[1]}>
            <TableCell>
              <code>{type}</code>
            </TableCell>
            <TableCell>{status}</TableCell>
            <TableCell>{title}</TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  </section>
);

const isKind = (text: string): text is keyof typeof PROBLEMS => Object.hasOwn(PROBLEMS, text);

const KINDS = Object.keys(PROBLEMS)
  .filter(isKind)
  .map((kind) => ({ type: problemType(kind), ...PROBLEMS[kind] }));
