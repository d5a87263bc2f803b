import { resolve } from "node:path";
import { z } from "zod";

const port = z.coerce
  .number("is not a number")
  .int("is not a whole number")
  .min(1, "is below 1")
  .max(65535, "is above 65535");

const schema = z.object({
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
  ADMIN_EMAIL: z.email("is not an e-mail address").toLowerCase().optional(),
  ADMIN_PASSWORD: z.string().min(12, "has fewer than 12 characters").max(1024).optional(),
  DEMO: z.enum(["0", "1"], "is neither 0 nor 1").default("1"),
  MUSTER_BUILD: z.string().default("development"),
});

export type Env = {
  dataDir: string;
  host: string;
  port: number;
  /** Where browsers reach the portal, without a slash at the end. */
  baseUrl: string;
  adminEmail: string | undefined;
  adminPassword: string | undefined;
  demo: boolean;
  /** Which build this is, as the server that serves it says. */
  build: string;
  /** True while only this machine can reach the portal. */
  onLoopback: boolean;
};

/** What the environment asks for; throws one line for each variable that cannot be used. */
export function parseEnv(variables: Record<string, string | undefined>): Env {
  const parsed = schema.safeParse(variables);
  if (!parsed.success) {
    const problems = parsed.error.issues.map(({ path, message }) => `${path.join(".")} ${message}`);
    throw new Error(`Muster cannot start with this environment: ${problems.join("; ")}.`);
  }
  const { DATA_DIR, HOST, PORT, BASE_URL, ADMIN_EMAIL, ADMIN_PASSWORD, DEMO, MUSTER_BUILD } =
    parsed.data;
  const shownHost = HOST.includes(":") ? `[${HOST}]` : HOST;
  const baseUrl = BASE_URL ?? `http://${shownHost}:${PORT}`;
  return {
    dataDir: DATA_DIR,
    host: HOST,
    port: PORT,
    baseUrl,
    adminEmail: ADMIN_EMAIL,
    adminPassword: ADMIN_PASSWORD,
    demo: DEMO === "1",
    build: MUSTER_BUILD,
    onLoopback: isLoopbackName(HOST) && isLoopbackName(new URL(baseUrl).hostname),
  };
}

/** True for a host that names this machine to itself. */
export const isLoopbackName = (host: string) =>
  ["127.0.0.1", "localhost", "::1", "[::1]"].includes(host);

let parsedOnce: Env | undefined;

/** This process's environment, parsed once. */
export function env(): Env {
  return (parsedOnce ??= parseEnv(process.env));
}
