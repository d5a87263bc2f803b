"use server";

import { z } from "zod";
import { recordReading } from "@/db/mutations/audit";
import { defineAction } from "@/lib/action";
import { DomainError } from "@/lib/domain/error";
import { runMuster } from "@/lib/operation/run-muster";

export const backUpAction = defineAction({
  needs: "portal:operate",
  needsProof: true,
  input: z.strictObject({}),
  async run(viewer) {
    const { code, out, err } = await runMuster(["backup"]).ran;
    if (code !== 0) throw new DomainError(err.at(-1) ?? "The backup was not made.");
    recordReading(viewer.name, "backup:make", "database", { file: out.at(-1) ?? null });
  },
});

export const checkHealthAction = defineAction({
  needs: "portal:operate",
  input: z.strictObject({}),
  async run() {
    const { out, err } = await runMuster(["doctor"]).ran;
    if (out.length === 0) throw new DomainError(err.at(-1) ?? "Nothing could be looked at.");
  },
});
