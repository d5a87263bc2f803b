/** The parts of an incident that a link may show; the postmortem is chosen where it is published. */
export const SHARE_SECTIONS = ["summary", "updates", "timeline", "actions"] as const;
export type ShareSection = (typeof SHARE_SECTIONS)[number];

export const SHARE_SECTION_NAMES: Record<ShareSection, string> = {
  summary: "Summary",
  updates: "What customers were told",
  timeline: "Timeline",
  actions: "Action items",
};

/** How people are called: by their names, or by what they were in the incident. */
export const SHARE_WORDINGS = ["names", "roles"] as const;
export type ShareWording = (typeof SHARE_WORDINGS)[number];

export const SHARE_WORDING_NAMES: Record<ShareWording, string> = {
  names: "Names, as the record has them",
  roles: "Roles in place of names",
};

/** What a link shows of its incident, and how it says it. */
export type ShareChoice = {
  sections: readonly ShareSection[];
  wording: ShareWording;
  showsMoney: boolean;
};

/** What is offered first: everything but amounts of money. */
export const USUAL_CHOICE: ShareChoice = {
  sections: SHARE_SECTIONS,
  wording: "names",
  showsMoney: false,
};
