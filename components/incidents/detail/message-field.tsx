import { Field } from "@/components/form/field";
import { Time } from "@/components/time";
import { Button } from "@/components/ui/button";
import { Textarea } from "@/components/ui/textarea";

const LONG = 280;

type MessageFieldProps = {
  text: string;
  write: (text: string) => void;
  /** Since when the text that was found again waits. */
  restoredFrom: number | undefined;
  discard: () => void;
  problem: string[] | undefined;
};

/** The words of an update, with what to say in them, and the draft that was found again. */
export function MessageField(props: MessageFieldProps) {
  const { text, write, restoredFrom, discard, problem } = props;
  return (
    <div className="grid gap-1.5">
      <Field
        label="Message"
        name="message"
        required
        error={problem}
        hint={
          text.length >= LONG
            ? `${text.length} characters. Short updates are read.`
            : "What is affected, who, what we are doing, when next."
        }
      >
        <Textarea
          id="update-message"
          value={text}
          onChange={(event) => write(event.target.value)}
        />
      </Field>
      {restoredFrom !== undefined && (
        <p role="status" className="flex flex-wrap items-center gap-x-2 text-[0.8125rem]">
          <span>
            Draft restored from <Time at={restoredFrom} show="time" /> UTC
          </span>
          <Button type="button" variant="ghost" size="sm" onClick={discard}>
            Discard it
          </Button>
        </p>
      )}
    </div>
  );
}
