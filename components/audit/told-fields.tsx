import {
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableHeader,
  TableRow,
} from "@/components/ui/table";
import type { ToldField } from "@/lib/domain/audit-detail";

/** What an entry tells, field by field: what it was, and what it is. */
export function ToldFields({ fields }: { fields: ToldField[] }) {
  const withBefore = fields.some(({ before }) => before !== undefined);
  return (
    <Table label="What the entry tells">
      <TableHeader>
        <TableRow>
          <TableHead>Field</TableHead>
          {withBefore && <TableHead>Before</TableHead>}
          <TableHead>{withBefore ? "After" : "Value"}</TableHead>
        </TableRow>
      </TableHeader>
      <TableBody>
        {fields.map(({ field, before, after }) => (
          <TableRow key={field}>
            <TableHead scope="row" className="align-top leading-9 group-last/row:border-b-0">
              {field}
            </TableHead>
            {withBefore && (
              <TableCell className="align-top whitespace-pre-wrap wrap-anywhere">
                {before !== undefined && (
                  <Changed as="del" text={before} isChanged={before !== after} />
                )}
              </TableCell>
            )}
            <TableCell className="align-top whitespace-pre-wrap wrap-anywhere">
              {after !== undefined && (
                <Changed
                  as="ins"
                  text={after}
                  isChanged={before !== undefined && before !== after}
                />
              )}
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}

type ChangedProps = { as: "del" | "ins"; text: string; isChanged: boolean };

function Changed({ as: Tag, text, isChanged }: ChangedProps) {
  if (!isChanged) return text;
  return <Tag className={Tag === "del" ? "text-danger" : "no-underline"}>{text}</Tag>;
}
