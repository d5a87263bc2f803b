import { Field } from "@/components/form/field";
import { Checkbox } from "@/components/ui/checkbox";
import { Input } from "@/components/ui/input";
import { NativeSelect } from "@/components/ui/native-select";
import { PASSCODE_LENGTH } from "@/lib/domain/passcode";
import {
  SHARE_SECTIONS,
  SHARE_SECTION_NAMES,
  SHARE_WORDINGS,
  SHARE_WORDING_NAMES,
  type ShareChoice,
} from "@/lib/domain/share-choice";

type Problems = Record<string, string[] | undefined>;

type ChoiceFieldsProps = { choice: ShareChoice & { showsPostmortem: boolean } };

/** What a link shows, and how it says it. */
export function ShareChoiceFields({ choice }: ChoiceFieldsProps) {
  return (
    <>
      <fieldset>
        <legend className="mb-1 font-medium">What it shows</legend>
        {SHARE_SECTIONS.map((section) => (
          <Ticked
            key={section}
            name="sections"
            value={section}
            isTicked={choice.sections.includes(section)}
          >
            {SHARE_SECTION_NAMES[section]}
          </Ticked>
        ))}
        <Ticked name="postmortem" value="yes" isTicked={choice.showsPostmortem}>
          Postmortem, as far as it is published for share links
        </Ticked>
      </fieldset>
      <fieldset className="grid content-start gap-2">
        <legend className="mb-1 font-medium">How it says it</legend>
        <Field label="People" name="wording">
          <NativeSelect defaultValue={choice.wording}>
            {SHARE_WORDINGS.map((wording) => (
              <option key={wording} value={wording}>
                {SHARE_WORDING_NAMES[wording]}
              </option>
            ))}
          </NativeSelect>
        </Field>
        <Ticked name="money" value="yes" isTicked={choice.showsMoney}>
          Show amounts of money
        </Ticked>
      </fieldset>
    </>
  );
}

type TickedProps = { name: string; value: string; isTicked: boolean; children: string };

function Ticked({ name, value, isTicked, children }: TickedProps) {
  return (
    <label className="flex min-h-8 items-center gap-2 pointer-coarse:min-h-11">
      <Checkbox name={name} value={value} defaultChecked={isTicked} />
      {children}
    </label>
  );
}

type PasscodeFieldProps = { hasPasscode: boolean; problems: Problems };

/** A passcode is never shown again, not even to whoever chose it. */
export function PasscodeField({ hasPasscode, problems }: PasscodeFieldProps) {
  const hint = hasPasscode
    ? "Leave it empty to keep the one it has."
    : "Leave it empty for none. Tell it to them by another way than the link.";
  return (
    <div className="grid content-start gap-2">
      <Field label="Passcode" name="passcode" hint={hint} error={problems.passcode}>
        <Input
          type="password"
          autoComplete="new-password"
          minLength={PASSCODE_LENGTH.least}
          maxLength={PASSCODE_LENGTH.most}
        />
      </Field>
      {hasPasscode && (
        <Ticked name="noPasscode" value="yes" isTicked={false}>
          No passcode from now on
        </Ticked>
      )}
    </div>
  );
}
