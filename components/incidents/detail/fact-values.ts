import type { Json } from "@/lib/domain/record";
import { humanize } from "@/lib/format";

/** A number with its thousands apart: 12,500. */
export function number(value: number | null | undefined): string | undefined {
  return typeof value === "number" ? value.toLocaleString("en") : undefined;
}

export function percent(value: number | null | undefined): string | undefined {
  const shown = number(value);
  return shown && `${shown} %`;
}

export function yesNo(value: boolean | null | undefined): string | undefined {
  if (typeof value !== "boolean") return undefined;
  return value ? "Yes" : "No";
}

export function word(value: string | null | undefined): string | undefined {
  return value ? humanize(value) : undefined;
}

const LONGEST = 300;

/** Any JSON value on one line; the export holds what is too long for one. */
export function jsonText(value: Json | undefined): string {
  if (typeof value === "boolean") return value ? "yes" : "no";
  const text = typeof value === "string" ? value : (JSON.stringify(value) ?? "");
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}
