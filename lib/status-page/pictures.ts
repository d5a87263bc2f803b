import type { ComponentStatus } from "@/lib/domain/component";
import type { Impact } from "@/lib/domain/site";

/** What a page's icon and the preview of a link to it show. */
export const PICTURES = [
  "none",
  "maintenance",
  "minor",
  "major",
  "critical",
  "resolved",
  "stale",
] as const satisfies readonly (Impact | "resolved" | "stale")[];
export type Picture = (typeof PICTURES)[number];

export type Shown = ComponentStatus | Picture;

const TICK = "M4.5 12.5 9.5 17.5 19.5 7";
const ARROW = "M3.5 7 9.5 13 13 9.5 20.5 17M20.5 11.5V17H15";
const TRIANGLE = "M12 4 21 20H3ZM12 10v4.5M12 17.25v.01";
const CROSS = "M6 6 18 18M18 6 6 18";
const SPANNER =
  "M14.7 6.3a1 1 0 0 0 0 1.4l1.6 1.6a1 1 0 0 0 1.4 0l3.8-3.8a6 6 0 0 1-7.9 7.9l-6.9 6.9a2.1 2.1 0 0 1-3-3l6.9-6.9a6 6 0 0 1 7.9-7.9Z";
const CLOCK = "M12 3a9 9 0 1 0 .01 0ZM12 7.5V12l3 2";

const SHAPES: Record<Shown, string> = {
  operational: TICK,
  degraded_performance: ARROW,
  partial_outage: TRIANGLE,
  major_outage: CROSS,
  under_maintenance: SPANNER,
  none: TICK,
  minor: ARROW,
  major: TRIANGLE,
  critical: CROSS,
  maintenance: SPANNER,
  resolved: TICK,
  stale: CLOCK,
};

/** The path of a state's shape in a square of 24. */
export const shapeOf = (shown: Shown): string => SHAPES[shown];

const GROUNDS: Record<Picture, string> = {
  none: "#15803d",
  maintenance: "#1d4ed8",
  minor: "#a16207",
  major: "#c2410c",
  critical: "#b91c1c",
  resolved: "#15803d",
  stale: "#52525b",
};

/** The words of a preview: nothing that anybody wrote. */
export const PICTURE_WORDS: Record<Picture, string> = {
  none: "All systems operational",
  maintenance: "Maintenance",
  minor: "Minor problems",
  major: "Partial outage",
  critical: "Major outage",
  resolved: "Resolved",
  stale: "Last known state",
};

/** A page's icon. */
export const iconOf = (picture: Picture): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="8" fill="${GROUNDS[picture]}"/><path transform="translate(4 4)" fill="none" stroke="#fff" stroke-width="3" stroke-linecap="round" stroke-linejoin="round" d="${SHAPES[picture]}"/></svg>`;

/** The preview of a link, as it is drawn before it becomes a picture of 1200 × 630. */
export const previewOf = (picture: Picture): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1200 630" width="1200" height="630"><rect width="1200" height="630" fill="${GROUNDS[picture]}"/><path transform="translate(480 110) scale(10)" fill="none" stroke="#fff" stroke-width="2.25" stroke-linecap="round" stroke-linejoin="round" d="${SHAPES[picture]}"/><text x="600" y="500" fill="#fff" font-family="system-ui,'DejaVu Sans',sans-serif" font-weight="600" font-size="76" text-anchor="middle">${PICTURE_WORDS[picture]}</text></svg>`;
