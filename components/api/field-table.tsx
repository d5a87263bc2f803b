import {
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableHeader,
  TableRow,
} from "@/components/ui/table";
import type { Field } from "@/lib/api/readable";
import { TypeWords } from "./shape-link";
import { WithCode } from "./with-code";

type FieldTableProps = {
  label: string;
  fields: (Field & { place?: string })[];
  /** True of what is sent, where some has to be there. */
  saysRequired?: boolean;
};

/** The fields of a body or of a shape, or the parameters of an operation. */
export function FieldTable({ label, fields, saysRequired = false }: FieldTableProps) {
  return (
    <Table label={label}>
      <TableHeader>
        <TableRow>
          <TableHead>Name</TableHead>
          <TableHead>What it is</TableHead>
          <TableHead>What for</TableHead>
        </TableRow>
      </TableHeader>
      <TableBody>
        {fields.map((field) => (
          <TableRow key={`${field.place} ${field.name}`}>
            <TableCell className="align-top">
              <code>{field.name}</code>
              {(saysRequired || field.place) && (
                <span className="block text-xs text-muted-foreground">
                  {[field.place, field.isRequired && "required"].filter(Boolean).join(", ")}
                </span>
              )}
            </TableCell>
            <TableCell className="max-w-72 align-top wrap-anywhere">
              <TypeWords type={field.type} shape={field.shape} />
            </TableCell>
            <TableCell className="max-w-96 align-top">
              {field.description && <WithCode text={field.description} />}
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
