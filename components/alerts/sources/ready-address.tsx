import { ShownOnce } from "@/components/form/shown-once";
import type { ActionResult } from "@/lib/action";
import { hookPath } from "@/lib/domain/alerts/address";
import { snippetFor } from "@/lib/domain/alerts/snippets";
import {
  SOURCE_KINDS,
  type Proof,
  type SourceKind,
  type SourceSettings,
} from "@/lib/domain/alerts/source";
import { SnippetText } from "./snippet-text";

export type MadeKey = { id: number; kind: SourceKind; key: string };

export type KeyAction = (
  previous: ActionResult | null,
  form: FormData,
) => Promise<ActionResult<MadeKey>>;

/** The key that an answer holds. */
export function madeKey(result: ActionResult | null): MadeKey | undefined {
  if (!result?.ok || typeof result.data !== "object" || result.data === null) return undefined;
  const { id, kind, key }: Partial<Record<keyof MadeKey, unknown>> = result.data;
  const known = SOURCE_KINDS.find((each) => each === kind);
  if (typeof id !== "number" || known === undefined || typeof key !== "string") return undefined;
  return { id, kind: known, key };
}

type ReadyAddressProps = {
  made: MadeKey;
  baseUrl: string;
  proof?: Proof;
  settings?: SourceSettings;
};

/** A fresh address, and what to do with it at the other side. */
export function ReadyAddress({ made, baseUrl, proof = "none", settings = {} }: ReadyAddressProps) {
  const { kind, key } = made;
  const url = `${baseUrl}${hookPath(kind, key)}`;
  return (
    <ShownOnce
      title="The address is ready. It is shown only now."
      label="Address for alerts"
      value={url}
      more={<SnippetText {...snippetFor({ kind, url, proof, settings })} />}
    >
      Whoever has it can send alerts. Keep it like a password.
    </ShownOnce>
  );
}
