import { Field } from "@/components/form/field";
import { Input } from "@/components/ui/input";
import { NativeSelect } from "@/components/ui/native-select";
import { Textarea } from "@/components/ui/textarea";
import { AUDIENCES, EVENT_TYPES, type Audience } from "@/lib/domain/incident";
import { fieldTime } from "@/lib/domain/time";
import { humanize } from "@/lib/format";
import { audienceWord } from "./audience-mark";

type EventFieldsProps = {
  /** What a refused form held. */
  values: Record<string, string>;
  problems: Record<string, string[]>;
  /** What stands there before anybody types. */
  standing?: { description?: string; type?: string | null; at?: number; audience?: Audience };
  /** What to say of the time besides its zone. */
  timeHint?: string;
  /** The id of the text field, for links that lead to it. */
  textId?: string;
  /** True where the fields appear because somebody wants to write. */
  focuses?: boolean;
};

/** What happened, of which kind, when, and who may see it. */
export function EventFields(props: EventFieldsProps) {
  const { values, problems, standing = {}, timeHint, textId, focuses } = props;
  const type = values.type ?? standing.type ?? "investigation";
  const types = EVENT_TYPES.some((each) => each === type) ? EVENT_TYPES : [type, ...EVENT_TYPES];
  return (
    <>
      <Field label="What happened" name="description" required error={problems.description}>
        <Textarea
          {...(textId ? { id: textId } : {})}
          autoFocus={focuses}
          defaultValue={values.description ?? standing.description}
        />
      </Field>
      <div className="grid gap-4 sm:grid-cols-2 xl:grid-cols-3">
        <Field label="Type" name="type" error={problems.type}>
          <NativeSelect defaultValue={type}>
            {types.map((each) => (
              <option key={each} value={each}>
                {humanize(each)}
              </option>
            ))}
          </NativeSelect>
        </Field>
        <Field label="When, in UTC" name="at" error={problems.at} hint={timeHint}>
          <Input
            type="datetime-local"
            step={1}
            required={standing.at !== undefined}
            defaultValue={
              values.at ?? (standing.at === undefined ? undefined : fieldTime(standing.at))
            }
          />
        </Field>
        <Field
          label="Who may see it"
          name="audience"
          error={problems.audience}
          hint="Shared links show what is not internal."
        >
          <NativeSelect defaultValue={values.audience ?? standing.audience ?? "internal"}>
            {AUDIENCES.map((audience) => (
              <option key={audience} value={audience}>
                {audienceWord(audience)}
              </option>
            ))}
          </NativeSelect>
        </Field>
      </div>
    </>
  );
}
