import { resolve } from "node:path";
import { z } from "zod";
import { isMailAddress } from "@/lib/domain/mail-address";
import { isLoopbackName } from "@/lib/loopback";
import {
  breakGlassOf,
  missingParts,
  providerOf,
  providerVariables,
  type ProviderSettings,
} from "@/lib/provider-env";

const port = z.coerce
  .number("is not a number")
  .int("is not a whole number")
  .min(1, "is below 1")
  .max(65535, "is above 65535");

const variables = z.object({
  ...providerVariables.shape,
  DATA_DIR: z
    .string()
    .min(1, "is empty")
    .default("data")
    .transform((path) => resolve(/* turbopackIgnore: true */ process.cwd(), path)),
  HOST: z.string().min(1, "is empty").default("127.0.0.1"),
  PORT: port.default(3000),
  BASE_URL: z
    .url({ protocol: /^https?$/, error: "is not an http or https address" })
    .transform((url) => url.replace(/\/+$/, ""))
    .optional(),
  STATUS_URL: z
    .url({ protocol: /^https?$/, error: "is not an http or https address" })
    .transform((url) => url.replace(/\/+$/, ""))
    .optional(),
  ADMIN_EMAIL: z.email("is not an e-mail address").toLowerCase().optional(),
  ADMIN_PASSWORD: z.string().min(12, "has fewer than 12 characters").max(1024).optional(),
  DEMO: z.enum(["0", "1"], "is neither 0 nor 1").default("1"),
  SMTP_URL: z.url({ protocol: /^smtps?$/, error: "is not an smtp or smtps address" }).optional(),
  MAIL_FROM: z
    .string()
    .refine((from) => isMailAddress(addressIn(from)), "is no address such as muster@example.com")
    .optional(),
  PRIVATE_WEBHOOKS: z.enum(["0", "1"], "is neither 0 nor 1").default("0"),
  API_REQUESTS_PER_MINUTE: z.coerce
    .number("is not a number")
    .int("is not a whole number")
    .min(1, "is below 1")
    .default(600),
  MUSTER_BUILD: z.string().default("development"),
});

/** The address of `Muster <muster@example.com>`, or of itself alone. */
const addressIn = (from: string) =>
  /^[^<>"\p{C}]*<([^<>]*)>$/u.exec(from.trim())?.[1] ?? from.trim();

const schema = variables
  .refine(({ SMTP_URL, MAIL_FROM }) => !SMTP_URL || MAIL_FROM, {
    path: ["MAIL_FROM"],
    error: "is missing, which SMTP_URL needs",
  })
  .superRefine((given, context) => {
    for (const { name, needed } of missingParts(given)) {
      const message = `is missing, which ${needed} needs`;
      context.addIssue({ code: "custom", path: [name], message });
    }
  });

export type Env = {
  dataDir: string;
  host: string;
  port: number;
  /** Where browsers reach the portal, without a slash at the end. */
  baseUrl: string;
  /** Where readers reach the public page, without a slash at the end. */
  statusUrl: string;
  adminEmail: string | undefined;
  adminPassword: string | undefined;
  demo: boolean;
  /** The mail server; without one mail is written into files. */
  smtpUrl: string | undefined;
  /** Who writes the portal's mail. */
  mailFrom: string;
  /** Whether webhooks may go to the operator's own network, and without TLS. */
  privateWebhooks: boolean;
  /** How much one token may ask of the API. */
  apiRequestsPerMinute: number;
  /** By whose word people may sign in besides their passwords. */
  provider: ProviderSettings | undefined;
  /** The address of the only account that signs in with a password; any may where there is none. */
  breakGlass: string | undefined;
  /** Which build this is, as the server that serves it says. */
  build: string;
  /** True while only this machine can reach the portal. */
  onLoopback: boolean;
};

/** What the environment asks for; throws one line for each variable that cannot be used. */
export function parseEnv(given: Record<string, string | undefined>): Env {
  const parsed = schema.safeParse(given);
  if (!parsed.success) {
    const problems = parsed.error.issues.map(({ path, message }) => `${path.join(".")} ${message}`);
    throw new Error(`Muster cannot start with this environment: ${problems.join("; ")}.`);
  }
  const { DATA_DIR, HOST, PORT, BASE_URL, STATUS_URL, ADMIN_EMAIL, ADMIN_PASSWORD, DEMO } =
    parsed.data;
  const { SMTP_URL, MAIL_FROM, PRIVATE_WEBHOOKS, MUSTER_BUILD } = parsed.data;
  const shownHost = HOST.includes(":") ? `[${HOST}]` : HOST;
  const baseUrl = BASE_URL ?? `http://${shownHost}:${PORT}`;
  return {
    dataDir: DATA_DIR,
    host: HOST,
    port: PORT,
    baseUrl,
    statusUrl: STATUS_URL ?? `${baseUrl}/status`,
    adminEmail: ADMIN_EMAIL,
    adminPassword: ADMIN_PASSWORD,
    demo: DEMO === "1",
    smtpUrl: SMTP_URL,
    mailFrom: MAIL_FROM ?? "Muster <muster@localhost>",
    privateWebhooks: PRIVATE_WEBHOOKS === "1",
    apiRequestsPerMinute: parsed.data.API_REQUESTS_PER_MINUTE,
    provider: providerOf(parsed.data),
    breakGlass: breakGlassOf(parsed.data),
    build: MUSTER_BUILD,
    onLoopback: isLoopbackName(HOST) && isLoopbackName(new URL(baseUrl).hostname),
  };
}

let parsedOnce: Env | undefined;

/** This process's environment, parsed once. */
export function env(): Env {
  return (parsedOnce ??= parseEnv(process.env));
}
