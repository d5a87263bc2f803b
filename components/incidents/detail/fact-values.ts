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

/** Any JSON value on one line. */
export function jsonText(value: Json | undefined): string {
  if (typeof value === "string") return value;
  if (typeof value === "boolean") return value ? "yes" : "no";
  return JSON.stringify(value) ?? "";
}
