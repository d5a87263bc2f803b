import Form from "next/form";
import Link from "next/link";
import { Field } from "@/components/form/field";
import { Button } from "@/components/ui/button";
import { FoldedFilters } from "@/components/ui/folded-filters";
import { Input } from "@/components/ui/input";
import { NativeSelect } from "@/components/ui/native-select";
import { AUDIT_KIND_NAMES, AUDIT_KINDS } from "@/lib/domain/audit";
import { isFiltered, type AuditFilters } from "@/lib/domain/audit-filters";

type AuditSearchProps = { filters: AuditFilters; actors: string[] };

/** Finds entries by who, what, where and when. */
export function AuditSearch({ filters, actors }: AuditSearchProps) {
  const { who, verb, object, from, kind, since, until } = filters;
  return (
    <FoldedFilters isOpen={isFiltered(filters)}>
      <Form
        action="/audit"
        role="search"
        key={JSON.stringify(filters)}
        className="mt-3 grid items-end gap-3 sm:mt-0 sm:grid-cols-2 lg:grid-cols-4"
      >
        <Field label="Who" name="who">
          <Input defaultValue={who} list="audit-actors" maxLength={200} autoComplete="off" />
        </Field>
        <datalist id="audit-actors">
          {actors.map((actor) => (
            <option key={actor} value={actor} />
          ))}
        </datalist>
        <Field label="What" name="verb">
          <Input defaultValue={verb} placeholder="incident:declare" maxLength={200} />
        </Field>
        <Field label="Of what" name="object">
          <Input defaultValue={object} placeholder="INC-2026-0001" maxLength={200} />
        </Field>
        <Field label="From where" name="from">
          <Input defaultValue={from} placeholder="cli, token 4, 192.0.2.7" maxLength={200} />
        </Field>
        <Field label="Kind" name="kind">
          <NativeSelect defaultValue={kind ?? ""}>
            <option value="">All</option>
            {AUDIT_KINDS.map((each) => (
              <option key={each} value={each}>
                {AUDIT_KIND_NAMES[each]}
              </option>
            ))}
          </NativeSelect>
        </Field>
        <Field label="From day (UTC)" name="since">
          <Input type="date" defaultValue={since} />
        </Field>
        <Field label="To day (UTC)" name="until">
          <Input type="date" defaultValue={until} />
        </Field>
        <div className="flex gap-2">
          <Button type="submit" variant="outline">
            Find
          </Button>
          {isFiltered(filters) && (
            <Button asChild variant="ghost">
              <Link href="/audit">Show all</Link>
            </Button>
          )}
        </div>
      </Form>
    </FoldedFilters>
  );
}
