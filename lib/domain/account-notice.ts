/** What the owner of an account is told of, whoever did it. */
export const ACCOUNT_NOTICES = [
  "password",
  "factor-on",
  "factor-off",
  "codes",
  "code-used",
  "provider-on",
  "provider-off",
] as const;
export type AccountNotice = (typeof ACCOUNT_NOTICES)[number];

export const ACCOUNT_NOTICE_WORDS: Record<AccountNotice, string> = {
  password: "Your password was changed",
  "factor-on": "A second factor was switched on",
  "factor-off": "Your second factor was switched off",
  codes: "New recovery codes were made",
  "provider-on": "Another way to sign in was connected",
  "provider-off": "A way to sign in was disconnected",
  "code-used": "A recovery code was used to sign in",
};
