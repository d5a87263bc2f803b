import { Field } from "@/components/form/field";
import { PasswordInput } from "@/components/form/password-input";
import { Input } from "@/components/ui/input";
import { NativeSelect } from "@/components/ui/native-select";
import type { SourceRow } from "@/db/queries/alert-sources";
import { GRAFANA_SIGNATURE, PROOF_NAMES, PROOFS_OF } from "@/lib/domain/alerts/source";

type ProofFieldsProps = {
  source: SourceRow;
  values: Record<string, string>;
  problems: Record<string, string[]>;
};

/** What a source has to show besides its key. A secret can be written, and never be read. */
export function ProofFields({ source, values, problems }: ProofFieldsProps) {
  const { kind, proof, settings } = source;
  const proofs = PROOFS_OF[kind];
  return (
    <>
      <div className="grid items-start gap-4 sm:grid-cols-2">
        <Field label="What it has to show" name="proof" error={problems.proof}>
          <NativeSelect defaultValue={values.proof ?? proof}>
            {proofs.map((each) => (
              <option key={each} value={each}>
                {PROOF_NAMES[each]}
              </option>
            ))}
          </NativeSelect>
        </Field>
        <Field
          label={proof === "none" ? "Secret" : "New secret"}
          name="secret"
          hint={
            proof === "none"
              ? "The signing secret, the token or the password, as the other side has it."
              : "Empty to leave it. The one before it holds on until you drop it."
          }
          error={problems.secret}
        >
          <PasswordInput autoComplete="off" maxLength={500} />
        </Field>
      </div>
      {proofs.includes("basic") && (
        <Field
          label="User"
          name="user"
          hint="For a user and a password."
          error={problems.user}
          className="sm:max-w-1/2"
        >
          <Input autoComplete="off" maxLength={80} defaultValue={values.user ?? settings.user} />
        </Field>
      )}
      {kind === "grafana" && (
        <div className="grid items-start gap-4 sm:grid-cols-2">
          <Field
            label="Header of the signature"
            name="signatureHeader"
            hint={`Empty for ${GRAFANA_SIGNATURE}.`}
            error={problems.signatureHeader}
          >
            <Input
              autoComplete="off"
              maxLength={80}
              defaultValue={values.signatureHeader ?? settings.signatureHeader}
            />
          </Field>
          <Field
            label="Header of the time"
            name="stampHeader"
            hint="With it, what is older than five minutes is refused."
            error={problems.stampHeader}
          >
            <Input
              autoComplete="off"
              maxLength={80}
              defaultValue={values.stampHeader ?? settings.stampHeader}
            />
          </Field>
        </div>
      )}
    </>
  );
}
