import { revalidatePath } from "next/cache";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { z } from "zod";
import { recordRefusal } from "@/db/mutations/refusals";
import { requireRecentSignIn } from "@/lib/auth/proof";
import { getViewer } from "@/lib/auth/viewer";
import { ConflictError, DomainError, UnconfirmedError } from "@/lib/domain/error";
import { can, type Permission } from "@/lib/domain/permissions";
import type { Finding } from "@/lib/domain/public-check/finding";
import type { Viewer } from "@/lib/domain/viewer";
import { env } from "@/lib/env";
import { formFields, shownValues } from "@/lib/form";
import { originOf, withOrigin, type Via } from "@/lib/origin";
import { isSameOrigin } from "@/lib/same-origin";

export type Refusal = {
  ok: false;
  error: string;
  /** What is wrong with single fields, by name. */
  fields?: Record<string, string[]>;
  /** What the form held, to be filled in again. */
  values?: Record<string, string>;
  /** What stands there now, where someone else was faster. */
  conflict?: unknown;
  /** What to look at before it is done; an empty list where it was only to be shown. */
  findings?: Finding[];
};

export type ActionResult<Data = unknown> = { ok: true; data: Data } | Refusal;

/** A door: called with an object, by `<form action>`, or through `useActionState`. */
export interface Action<Input, Data> {
  (input: Input): Promise<ActionResult<Data>>;
  (form: FormData): Promise<void>;
  (previous: ActionResult | null, form: FormData): Promise<ActionResult<Data>>;
}

type PublicDefinition<Schema extends z.ZodType, Data> = {
  /** What the audit record names as the way in. */
  via?: Via;
  input: Schema;
  run: (input: z.output<Schema>) => Data | Promise<Data>;
  /** Where to go after success; nowhere for `undefined`. */
  next?: (data: Awaited<Data>, input: z.output<Schema>) => string | undefined;
};

type Definition<Schema extends z.ZodType, Data> = {
  needs: Permission;
  /** True for what is dangerous: who signed in a while ago shows first that it is them. */
  needsProof?: boolean;
  input: Schema;
  run: (viewer: Viewer, input: z.output<Schema>) => Data | Promise<Data>;
  next?: (data: Awaited<Data>, input: z.output<Schema>) => string | undefined;
};

/**
 * The only door for changes: did our page ask, who are you, may you, is it well formed, do it.
 * A rule that says no becomes `ok: false`; a bug is thrown to error.tsx.
 */
export function defineAction<Schema extends z.ZodType, Data>({
  needs,
  needsProof = false,
  input,
  run,
  next,
}: Definition<Schema, Data>): Action<z.input<Schema>, Awaited<Data>> {
  return door("session", async (given) => {
    const viewer = await getViewer();
    if (!viewer) return refuse("You are signed out. Sign in again, then repeat this.");
    if (!can(viewer, needs)) {
      const detail = { why: "role", role: viewer.role };
      recordRefusal({ actor: viewer.name, action: needs, object: await pageAsked(), detail });
      return refuse("You do not have permission to do this.");
    }
    if (needsProof) await requireRecentSignIn();
    return attempt({ input, next, run: (parsed) => run(viewer, parsed) }, given);
  });
}

/** A door for people who are not signed in. */
export function definePublicAction<Schema extends z.ZodType, Data>(
  definition: PublicDefinition<Schema, Data>,
): Action<z.input<Schema>, Awaited<Data>> {
  return door(definition.via ?? "public", (given) => attempt(definition, given));
}

/** The page from which an action is called, without its query. */
const pageAsked = async () =>
  `page ${(await headers()).get("x-muster-path")?.split("?", 1)[0] ?? "unknown"}`;

type Outcome<Data> = { ok: true; data: Data; next?: string } | Refusal;

function door<Input, Data>(
  via: Via,
  answer: (given: unknown) => Promise<Outcome<Data>>,
): Action<Input, Data> {
  async function action(input: Input): Promise<ActionResult<Data>>;
  async function action(form: FormData): Promise<void>;
  async function action(previous: ActionResult | null, form: FormData): Promise<ActionResult<Data>>;
  async function action(...args: unknown[]): Promise<ActionResult<Data> | void> {
    const sent = args.length > 1 ? args[1] : args[0];
    const given = sent instanceof FormData ? formFields(sent) : sent;

    const sentWith = await headers();
    const outcome = await withOrigin(originOf(sentWith, via), () =>
      isSameOrigin(sentWith, env()) ? answer(given) : refuseForeign(sentWith),
    );

    if (!outcome.ok) {
      return sent instanceof FormData ? { ...outcome, values: shownValues(sent) } : outcome;
    }
    revalidatePath("/", "layout");
    if (outcome.next !== undefined) redirect(outcome.next);
    return { ok: true, data: outcome.data };
  }
  return action;
}

async function refuseForeign(sentWith: Headers): Promise<Refusal> {
  const detail = { why: "origin", origin: sentWith.get("origin")?.slice(0, 200) ?? null };
  const actor = (await getViewer())?.name ?? "a stranger";
  recordRefusal({ actor, action: "door:action", object: await pageAsked(), detail });
  return refuse(`This came from another site, so nothing changed. Open ${env().baseUrl} instead.`);
}

async function attempt<Schema extends z.ZodType, Data>(
  { input, run, next }: PublicDefinition<Schema, Data>,
  given: unknown,
): Promise<Outcome<Awaited<Data>>> {
  const parsed = input.safeParse(given);
  if (!parsed.success) {
    return { ...refuse(CHECK_THE_FORM), fields: problemsByField(parsed.error) };
  }
  try {
    const data = await run(parsed.data);
    return { ok: true, data, next: next?.(data, parsed.data) };
  } catch (error) {
    if (error instanceof ConflictError)
      return { ...refuse(error.message), conflict: error.current };
    if (error instanceof UnconfirmedError)
      return { ...refuse(error.message), findings: error.findings };
    if (error instanceof DomainError) return refusalOf(error);
    throw error;
  }
}

const CHECK_THE_FORM = "Please check the form.";

const refuse = (error: string): Refusal => ({ ok: false, error });

const refusalOf = ({ message, field }: DomainError): Refusal =>
  field === undefined
    ? refuse(message)
    : { ...refuse(CHECK_THE_FORM), fields: { [field]: [message] } };

function problemsByField({ issues }: z.ZodError): Record<string, string[]> {
  const fields: Record<string, string[]> = {};
  for (const { path, message } of issues) (fields[path.join(".")] ??= []).push(message);
  return fields;
}
