import { escapeXml } from "./xml";

/** Text that is HTML already. */
export type Html = { text: string };

export const raw = (text: string): Html => ({ text });

/** Writes HTML: whatever is put into it is escaped, unless it is HTML itself. */
export function html(parts: TemplateStringsArray, ...values: (string | Html | Html[])[]): Html {
  const written = values.map((value) =>
    typeof value === "string"
      ? escapeXml(value)
      : [value]
          .flat()
          .map(({ text }) => text)
          .join(""),
  );
  return raw(parts.map((part, i) => part + (written[i] ?? "")).join(""));
}
