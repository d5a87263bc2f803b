import { z } from "zod";
import { EVIDENCE_KINDS } from "@/lib/domain/action-item";
import { optional, requiredText } from "./fields";

/** What forms ask for where an item is closed, or opened again. */
export const closingFields = {
  evidenceKind: optional(
    z.enum(EVIDENCE_KINDS, "Choose whether it is a link, a test or a figure."),
  ),
  evidence: optional(requiredText("Say what proves it.", 2000)),
  reason: optional(requiredText("Say why.", 2000)),
};
