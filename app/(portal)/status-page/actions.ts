"use server";

import { z } from "zod";
import { editPage } from "@/db/mutations/page-settings";
import { defineAction } from "@/lib/action";
import { supportProblem } from "@/lib/domain/support-address";
import { addressProblem } from "@/lib/domain/web-address";
import { jsonOf, optional, requiredLine, requiredText } from "@/lib/fields";

const MOST_MAILS = 1_000_000;

const address = (problemOf: (text: string) => string | undefined) =>
  z.string().transform((text, context) => {
    const problem = problemOf(text.trim());
    if (problem) context.addIssue(problem);
    return text.trim();
  });

export const editPageAction = defineAction({
  needs: "page:manage",
  input: z.strictObject({
    seen: jsonOf(z.strictObject({ version: z.int() })),
    name: requiredLine("Name the page.", 80),
    about: optional(requiredText("Say what it is about.", 500)),
    zone: requiredLine("Choose a time zone.", 60),
    supportUrl: optional(address(supportProblem)),
    copyUrl: optional(address(addressProblem)),
    mailsPerHour: z.coerce
      .number("Write a whole number.")
      .int("Write a whole number.")
      .min(1, "Allow one mail at least.")
      .max(MOST_MAILS, `Allow ${MOST_MAILS.toLocaleString("en")} at most.`),
  }),
  run: (viewer, { seen, ...edit }) => editPage(viewer, { ...edit, ...seen }),
});
