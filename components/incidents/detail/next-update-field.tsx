import { Field } from "@/components/form/field";
import { Input } from "@/components/ui/input";
import { NativeSelect } from "@/components/ui/native-select";
import { formatMinutes } from "@/lib/format";

const PRESETS = [15, 30, 60, 240];

type NextUpdateFieldProps = {
  severity: string;
  updateEvery: number;
  choice: string;
  choose: (choice: string) => void;
  at: string;
  setAt: (at: string) => void;
  problems: Record<string, string[]>;
};

/** When its readers hear again: as the severity asks, within a while, or at a time. */
export function NextUpdateField(props: NextUpdateFieldProps) {
  const { severity, updateEvery, choice, choose, at, setAt, problems } = props;
  return (
    <div className="grid content-start gap-3 sm:grid-cols-[3fr_2fr]">
      <Field
        label="Next update"
        name="nextUpdate"
        error={problems.nextUpdate}
        hint={`${severity} asks for one every ${formatMinutes(updateEvery)}.`}
      >
        <NativeSelect value={choice} onChange={(event) => choose(event.target.value)}>
          <option value="usual">As usual (public: {formatMinutes(updateEvery)})</option>
          <option value="none">No promise</option>
          {PRESETS.map((minutes) => (
            <option key={minutes} value={minutes}>
              Within {minutes < 120 ? `${minutes} minutes` : `${minutes / 60} hours`}
            </option>
          ))}
        </NativeSelect>
      </Field>
      <Field label="Or at, in UTC" name="nextUpdateAt" error={problems.nextUpdateAt}>
        <Input
          value={at}
          onChange={(event) => setAt(event.target.value)}
          placeholder="14:45 or 20 min"
          maxLength={20}
          autoComplete="off"
        />
      </Field>
    </div>
  );
}
