import { z } from "zod";

export const primaryVariables = z.object({
  DATABASE_SYNC_URL: z
    .url({ protocol: /^(https?|libsql)$/, error: "is not an http, https or libsql address" })
    .transform((url) => url.replace(/^libsql:/, "https:").replace(/\/+$/, ""))
    .optional(),
  DATABASE_SYNC_TOKEN: z.string().min(1, "is empty").optional(),
});

/** The libSQL server that several machines share, and what it lets them in by. */
export type PrimarySettings = { url: string; token: string | undefined };

export const primaryOf = ({
  DATABASE_SYNC_URL,
  DATABASE_SYNC_TOKEN,
}: z.output<typeof primaryVariables>): PrimarySettings | undefined =>
  DATABASE_SYNC_URL === undefined
    ? undefined
    : { url: DATABASE_SYNC_URL, token: DATABASE_SYNC_TOKEN };
