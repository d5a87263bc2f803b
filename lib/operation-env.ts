import { resolve } from "node:path";
import { z } from "zod";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

const atLeast = (least: number) =>
  z.coerce.number("is not a number").min(least, `is below ${least}`).max(36_500, "is too many");

export const operationVariables = z.object({
  BACKUP_DIR: z
    .string()
    .min(1, "is empty")
    .transform((path) => resolve(/* turbopackIgnore: true */ process.cwd(), path))
    .optional(),
  BACKUP_EVERY: atLeast(0.1).default(1),
  RETENTION_AUDIT: atLeast(0)
    .int("is not a whole number")
    .refine((days) => days === 0 || days >= 30, "is neither 0 nor 30 days or more")
    .default(0),
  RETENTION_ALERTS: atLeast(0).int("is not a whole number").default(90),
  METRICS_TOKEN: z.string().min(16, "has fewer than 16 characters").optional(),
});

export type OperationSettings = {
  /** Where the portal makes backups by itself; it makes none without. */
  backupDir: string | undefined;
  /** Milliseconds from one backup to the next. */
  backupEvery: number;
  /** Milliseconds after which an entry of the audit record goes into an archive; never where it is missing. */
  auditKept: number | undefined;
  /** Milliseconds after which what came in as an alert is forgotten to the letter; never where it is missing. */
  alertsKept: number | undefined;
  /** What whoever reads the metrics has to show; without it they are for this machine alone. */
  metricsToken: string | undefined;
};

const days = (count: number) => (count === 0 ? undefined : count * DAY);

export const operationOf = (given: z.output<typeof operationVariables>): OperationSettings => ({
  backupDir: given.BACKUP_DIR,
  backupEvery: given.BACKUP_EVERY * HOUR,
  auditKept: days(given.RETENTION_AUDIT),
  alertsKept: days(given.RETENTION_ALERTS),
  metricsToken: given.METRICS_TOKEN,
});
