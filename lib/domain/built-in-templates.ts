import type { Template, TemplateSection } from "./template";

const SUMMARY: TemplateSection = {
  title: "Summary",
  help: "Say in two or three plain sentences what customers met, why, and how it ended. Someone who reads only this should know enough.",
  isRequired: true,
  source: "summary",
};

const IMPACT: TemplateSection = {
  title: "Impact",
  help: "Who was affected, how many, for how long, and what it cost. Say what is estimated.",
  isRequired: true,
  source: "impact",
};

const ROOT_CAUSE: TemplateSection = {
  title: "Root cause",
  help: "What made it happen, and why that was possible. Describe the system; it had reasons to look right at the time.",
  isRequired: true,
  source: "root_cause",
};

const ACTION_ITEMS: TemplateSection = {
  title: "Action items",
  help: "What will be done, by whom and until when. Each contributing factor has an action, or a reason why it needs none.",
  isRequired: true,
  source: "action_items",
};

/** Every question that a postmortem of a severe incident answers. */
export const STANDARD: Template = {
  name: "Standard",
  sections: [
    SUMMARY,
    IMPACT,
    {
      title: "Timeline",
      help: "What happened when. Keep what turned it, and say what people knew and saw at that moment.",
      isRequired: true,
      source: "timeline",
    },
    ROOT_CAUSE,
    {
      title: "Contributing factors",
      help: "What made it possible, worse or longer. There is always more than one.",
      isRequired: true,
      source: "contributing_factors",
    },
    {
      title: "Detection",
      help: "How it was noticed, and what could have shown it earlier.",
      isRequired: true,
      source: "detection",
    },
    {
      title: "Response",
      help: "Who did what, what was tried, what worked, and how people decided.",
      isRequired: true,
      source: "response",
    },
    {
      title: "What went well",
      help: "What helped, so that it is kept.",
      isRequired: true,
      source: "went_well",
    },
    {
      title: "What went wrong",
      help: "What hindered. Name systems, not people.",
      isRequired: true,
      source: "went_wrong",
    },
    {
      title: "Where we got lucky",
      help: "What could have made it worse and did not.",
      isRequired: false,
      source: "lucky",
    },
    ACTION_ITEMS,
    {
      title: "Open questions",
      help: "What is still unknown, and who finds out.",
      isRequired: false,
      source: "open_questions",
    },
  ],
};

/** For an incident that was small, or is understood already. */
export const SHORT: Template = {
  name: "Short",
  sections: [
    SUMMARY,
    IMPACT,
    ROOT_CAUSE,
    {
      title: "What we learned",
      help: "What went well, what went wrong, and where you got lucky.",
      isRequired: true,
      source: null,
    },
    ACTION_ITEMS,
  ],
};

/** Templates that are there before anybody has made one. */
export const BUILT_IN_TEMPLATES: readonly Template[] = [STANDARD, SHORT];

/** The template that comes with the portal under this name. */
export const builtIn = (name: string): Template | undefined =>
  BUILT_IN_TEMPLATES.find((template) => template.name === name);
