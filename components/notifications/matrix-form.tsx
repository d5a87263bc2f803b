"use client";

import { FormError } from "@/components/form/form-error";
import { SubmitButton } from "@/components/form/submit-button";
import { useForm, type FormAction } from "@/components/form/use-form";
import { useSeen } from "@/components/form/use-seen";
import { NativeSelect } from "@/components/ui/native-select";
import {
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableHeader,
  TableRow,
} from "@/components/ui/table";
import { HAPPENING_NAMES, HAPPENINGS, type Happening } from "@/lib/domain/happenings";
import {
  CELL_CHOICES,
  cellName,
  happeningsFor,
  matrixTexts,
  type MatrixTexts,
  type Rule,
} from "@/lib/domain/matrix";

type Column = { id: number; name: string; isInternal: boolean };

type MatrixFormProps = { channels: Column[]; rules: Rule[]; action: FormAction };

/** Who hears what: a row for each happening, a column for each channel. */
export function MatrixForm({ channels, rules, action }: MatrixFormProps) {
  const sent = useForm(action);
  const { form, result, attempt, isRefused, values } = sent;
  const seen = useSeen<MatrixTexts>(sent, matrixTexts(channels, rules));
  const shown = isRefused ? values : seen.shown;

  return (
    <form key={attempt} {...form} onChange={seen.hold} className="grid gap-4">
      <FormError result={result} />
      <input type="hidden" name="seen" value={seen.text} />
      <Table label="Happenings by channel">
        <TableHeader>
          <TableRow>
            <TableHead>Happening</TableHead>
            {channels.map(({ id, name }) => (
              <TableHead key={id}>{name}</TableHead>
            ))}
          </TableRow>
        </TableHeader>
        <TableBody>
          {HAPPENINGS.map((happening) => (
            <TableRow key={happening}>
              <th
                scope="row"
                className="border-b border-border px-3 text-start font-medium group-last/row:border-b-0"
              >
                {HAPPENING_NAMES[happening]}
              </th>
              {channels.map((channel) => (
                <TableCell key={channel.id}>
                  <Cell
                    channel={channel}
                    happening={happening}
                    value={shown[cellName(channel.id, happening)] ?? ""}
                  />
                </TableCell>
              ))}
            </TableRow>
          ))}
        </TableBody>
      </Table>
      <div>
        <SubmitButton>Save who hears what</SubmitButton>
      </div>
    </form>
  );
}

type CellProps = { channel: Column; happening: Happening; value: string };

function Cell({ channel, happening, value }: CellProps) {
  if (!happeningsFor(channel).includes(happening)) {
    return <span className="text-[0.8125rem] text-muted-foreground">Not for outside</span>;
  }
  return (
    <NativeSelect
      name={cellName(channel.id, happening)}
      defaultValue={value}
      aria-label={`${channel.name}: ${HAPPENING_NAMES[happening]}`}
      className="w-28"
    >
      {CELL_CHOICES.map(([choice, words]) => (
        <option key={choice} value={choice}>
          {words}
        </option>
      ))}
    </NativeSelect>
  );
}
