import { z } from "zod";
import { shownTime } from "@/lib/api/fields";
import { AUDIENCES } from "@/lib/domain/incident";

export const updateDraft = z
  .object({
    id: z.int(),
    audience: z.enum(AUDIENCES).meta({ description: "For whom it is meant." }),
    message: z.string(),
    draftedBy: z.string().meta({ description: "Whose token it came with." }),
    createdAt: shownTime,
  })
  .meta({ id: "UpdateDraft" });
