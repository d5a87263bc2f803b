import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { parsedJson } from "@/lib/json";
import { writeWhole } from "./files";

const shape = z.object({
  at: z.iso.datetime(),
  /** The backup's file that was tried; none where there was no backup. */
  backup: z.string().optional(),
  incidents: z.int(),
  ms: z.int(),
  problems: z.array(z.string()),
});

/** What came of trying a restore out. */
export type Drill = z.infer<typeof shape>;

const fileIn = (folder: string) => join(folder, "last-drill.json");

export const writeDrill = (folder: string, drill: Drill) =>
  writeWhole(fileIn(folder), `${JSON.stringify(drill, null, 2)}\n`);

export const readDrill = (folder: string): Drill | undefined =>
  existsSync(fileIn(folder))
    ? shape.safeParse(parsedJson(readFileSync(fileIn(folder), "utf8"))).data
    : undefined;
