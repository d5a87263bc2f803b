import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { writeWhole } from "@/lib/backup/files";
import { HEALTH_STATES } from "@/lib/domain/health";
import { parsedJson } from "@/lib/json";

const shape = z.object({
  at: z.iso.datetime(),
  findings: z.array(
    z.object({ check: z.string(), state: z.enum(HEALTH_STATES), says: z.string() }),
  ),
});

/** What the doctor said, and when. */
export type Report = z.infer<typeof shape>;

const fileIn = (dataDir: string) => join(dataDir, "health.json");

export const writeReport = (dataDir: string, report: Report) =>
  writeWhole(fileIn(dataDir), `${JSON.stringify(report, null, 2)}\n`);

export const readReport = (dataDir: string): Report | undefined =>
  existsSync(fileIn(dataDir))
    ? shape.safeParse(parsedJson(readFileSync(fileIn(dataDir), "utf8"))).data
    : undefined;
