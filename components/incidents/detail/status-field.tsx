import { Field } from "@/components/form/field";
import { NativeSelect } from "@/components/ui/native-select";
import { INCIDENT_STATUSES } from "@/lib/domain/incident";
import { humanize } from "@/lib/format";
import type { UpdateSubject } from "./update-subject";

type StatusFieldProps = {
  subject: UpdateSubject;
  /** The chosen status; empty to keep the present one. */
  status: string;
  choose: (status: string) => void;
  problem: string[] | undefined;
};

export function StatusField({ subject, status, choose, problem }: StatusFieldProps) {
  const others = INCIDENT_STATUSES.filter((each) => each !== subject.status && !subject.isOver);
  return (
    <Field label="Status" name="status" error={problem}>
      <NativeSelect
        id="update-status"
        value={status}
        onChange={(event) => choose(event.target.value)}
      >
        <option value="">Keep {humanize(subject.status)}</option>
        {others.map((each) => (
          <option key={each} value={each}>
            {humanize(each)}
          </option>
        ))}
      </NativeSelect>
    </Field>
  );
}
