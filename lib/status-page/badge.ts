import { COMPONENT_STATUS_LABELS, worstStatus, type ComponentStatus } from "@/lib/domain/component";
import type { Impact, Site, SiteComponent } from "@/lib/domain/site";
import { escapeXml } from "./xml";

const GREEN = "#15803d";
const YELLOW = "#a16207";
const ORANGE = "#c2410c";
const RED = "#b91c1c";
const BLUE = "#1d4ed8";

type State = ComponentStatus | Impact | "stale";

const COLOURS: Record<State, string> = {
  stale: "#52525b",
  operational: GREEN,
  none: GREEN,
  degraded_performance: YELLOW,
  minor: YELLOW,
  partial_outage: ORANGE,
  major: ORANGE,
  major_outage: RED,
  critical: RED,
  under_maintenance: BLUE,
  maintenance: BLUE,
};

const LIGHT = ".n{fill:#e4e4e7}.t{fill:#18181b}";
const DARK = ".n{fill:#3f3f46}.t{fill:#fafafa}";

/** In which surroundings a badge is shown: those of the reader's system, or always the same. */
export const BADGE_THEMES = {
  auto: `${LIGHT}@media(prefers-color-scheme:dark){${DARK}}`,
  light: LIGHT,
  dark: DARK,
};
export type BadgeTheme = keyof typeof BADGE_THEMES;

export type Badge = { label: string; words: string; state: State };

const PADDING = 7;
const LONGEST = 60; // characters of a name, of which the title says all

/** A small picture that says a state in words, with a title for who cannot see it. */
export function badgeSvg({ label, words, state }: Badge, theme: BadgeTheme): string {
  const name = shortened(label);
  const [left, right] = [widthOf(name), widthOf(words)];
  const [nameBox, wordsBox] = [left + 2 * PADDING, right + 2 * PADDING];
  const width = nameBox + wordsBox;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="22" viewBox="0 0 ${width} 22" role="img" aria-labelledby="t">`,
    `<title id="t">${escapeXml(`${label}: ${words}`)}</title>`,
    `<style>${BADGE_THEMES[theme]}</style>`,
    `<rect class="n" width="${nameBox}" height="22"/><rect x="${nameBox}" width="${wordsBox}" height="22" fill="${COLOURS[state]}"/>`,
    `<g font-family="Verdana,DejaVu Sans,sans-serif" font-size="11">`,
    `<text class="t" x="${PADDING}" y="15" textLength="${left}" lengthAdjust="spacingAndGlyphs">${escapeXml(name)}</text>`,
    `<text x="${nameBox + PADDING}" y="15" fill="#fff" textLength="${right}" lengthAdjust="spacingAndGlyphs">${escapeXml(words)}</text>`,
    `</g></svg>`,
  ].join("");
}

export const componentBadge = (site: Site, { id, name, status, isGroup }: SiteComponent): Badge => {
  const members = site.components.filter(({ groupId }) => isGroup && groupId === id);
  const state = isGroup ? worstStatus(members.map((member) => member.status)) : status;
  return { label: name, words: COMPONENT_STATUS_LABELS[state], state };
};

function shortened(text: string): string {
  const characters = Array.from(text);
  return characters.length <= LONGEST ? text : `${characters.slice(0, LONGEST - 1).join("")}…`;
}

/** About how many pixels a text takes in Verdana at 11; it is then set to exactly that many. */
function widthOf(text: string): number {
  const width = Array.from(text).reduce((sum, character) => sum + advanceOf(character), 0);
  return Math.max(1, Math.ceil(width));
}

function advanceOf(character: string): number {
  if (/[\p{Mark}\u200d\ufe0f]/u.test(character)) return 0;
  if (
    /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Extended_Pictographic}]/u.test(
      character,
    )
  )
    return 12;
  if (/[ijl.,:;|'!]/.test(character)) return 4;
  if (/[frt()[\]/ I-]/.test(character)) return 4.8;
  if (/[mwMW@%]/.test(character)) return 10.5;
  return /\p{Lu}/u.test(character) ? 7.8 : 6.9;
}
