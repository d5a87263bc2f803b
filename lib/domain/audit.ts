/** What an entry of the audit record tells of: something was changed, was refused, or was only read. */
export const AUDIT_KINDS = ["change", "refusal", "reading"] as const;
export type AuditKind = (typeof AUDIT_KINDS)[number];
