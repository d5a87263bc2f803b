/** What an entry of the audit record tells of: something was changed, was refused, or was only read. */
export const AUDIT_KINDS = ["change", "refusal", "reading"] as const;
export type AuditKind = (typeof AUDIT_KINDS)[number];

export const AUDIT_KIND_NAMES: Record<AuditKind, string> = {
  change: "Change",
  refusal: "Refused",
  reading: "Read",
};

const WAYS: Record<string, string> = {
  session: "signed in",
  public: "without an account",
  "sign-in": "the sign-in page",
  cli: "the command line",
  system: "the portal itself",
};

/** The way by which an entry came, in words. */
export function wayText(via: string | null): string {
  if (via === null) return "not written down then";
  const [, kind, id] = /^(token|link) (.+)$/.exec(via) ?? [];
  if (kind === undefined) return WAYS[via] ?? via;
  return kind === "token" ? `API token ${id}` : `shared link ${id}`;
}
