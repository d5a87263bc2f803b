import type { Json } from "@/lib/domain/record";

export type Path = PropertyKey[];

const LONGEST = 60;
const MOST_STEPS = 34;
const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;

/** Where something is in the document: `events[3].metadata.source`. Long names are cut. */
export function formatPath(path: Path): string {
  const steps = path.slice(0, MOST_STEPS).map((step) => {
    if (typeof step === "number") return `[${step}]`;
    const name = String(step);
    return /^[A-Za-z_$][\w$-]{0,59}$/.test(name) ? `.${name}` : `[${show(name)}]`;
  });
  return steps.join("").replace(/^\./, "") || "record";
}

/** A value in words for people: JSON, cut when long, with nothing in it that cannot be seen. */
export function show(value: unknown): string {
  if (Array.isArray(value)) return "a list";
  if (typeof value === "object" && value !== null) return "an object";
  if (typeof value !== "string") return String(value);
  const cut = value.length > LONGEST ? `${value.slice(0, LONGEST)}…` : value;
  return escapeUnseen(JSON.stringify(cut));
}

/** JSON text with an escape for each character that cannot be seen or that moves what stands around it. */
export function escapeUnseen(json: string): string {
  return json.replace(UNSEEN, (character) =>
    character
      .split("")
      .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`)
      .join(""),
  );
}

/** Collects what is wrong, in the words `path: problem`. */
export type Report = (path: Path, problem: string) => void;

/** True for a JSON object, false for a list. */
export function isObject(value: unknown): value is { [key: string]: Json | undefined } {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
