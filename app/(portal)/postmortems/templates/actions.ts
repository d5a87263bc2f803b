"use server";

import { z } from "zod";
import type { TemplateState } from "@/components/postmortems/templates/template-state";
import {
  addTemplate,
  chooseTemplate,
  editTemplate,
  removeTemplate,
} from "@/db/mutations/postmortem-templates";
import { defineAction } from "@/lib/action";
import { BLANK_SECTION, changeSections, parseChange } from "@/lib/domain/template-edit";
import { requiredLine } from "@/lib/fields";
import { templateForm } from "@/lib/template-fields";

const name = z.string().max(200);

export const addTemplateAction = defineAction({
  needs: "postmortem:template",
  input: z.strictObject({ name: requiredLine("Name the template.", 80), from: name }),
  run: addTemplate,
  next: (template) => `/postmortems/templates/${encodeURIComponent(template.name)}`,
});

/** Without JavaScript the buttons that change the list of sections come here too, and nothing is kept. */
export const editTemplateAction = defineAction({
  needs: "postmortem:template",
  input: templateForm,
  run: (viewer, { intent, ...edit }): TemplateState | undefined => {
    const change = parseChange(intent);
    if (!change) {
      editTemplate(viewer, edit);
      return undefined;
    }
    return { ...edit, sections: changeSections(edit.sections, change, BLANK_SECTION) };
  },
  next: (state) => (state ? undefined : "/postmortems/templates"),
});

export const removeTemplateAction = defineAction({
  needs: "postmortem:template",
  input: z.strictObject({ name, version: z.coerce.number().int() }),
  run: removeTemplate,
  next: () => "/postmortems/templates",
});

export const chooseTemplateAction = defineAction({
  needs: "postmortem:template",
  input: z.strictObject({ name }),
  run: chooseTemplate,
});
