"use server";

import { z } from "zod";
import { importRecord, previewImport } from "@/db/mutations/import";
import { defineAction } from "@/lib/action";
import { DomainError } from "@/lib/domain/error";
import { toJson } from "@/lib/record/json";
import { parseRecord } from "@/lib/record/parse";

const file = z.instanceof(File, { error: "Choose a file." });
const checked = z.literal("on").optional();

/** Says what a file holds and what importing it would meet; `carry` gives its text back to the form. */
export const previewImportAction = defineAction({
  needs: "incident:import",
  input: z.strictObject({
    file: file.refine(({ name, size }) => name !== "" || size > 0, "Choose a file."),
    carry: checked,
  }),
  async run(viewer, input) {
    const parsed = parseRecord(await bytesOf(input.file));
    return parsed.ok
      ? {
          preview: previewImport(viewer, parsed.record),
          text: input.carry && toJson(parsed.record),
        }
      : { problems: parsed.problems };
  },
});

export const importRecordAction = defineAction({
  needs: "incident:import",
  input: z.strictObject({
    file: file.optional(),
    text: z.string().optional(),
    replace: checked,
    publish: checked,
  }),
  async run(viewer, input) {
    const parsed = parseRecord(input.file ? await bytesOf(input.file) : (input.text ?? ""));
    if (!parsed.ok) throw new DomainError(parsed.problems.join("\n"));
    const { replace, publish } = input;
    return importRecord(viewer, parsed.record, { replace: !!replace, publish: !!publish });
  },
  next: ({ key }) => `/incidents/${key}`,
});

const bytesOf = async (upload: File) => new Uint8Array(await upload.arrayBuffer());
