/** What a mail says, to be written as plain text and as HTML. */
export type MailPage = {
  greeting: string;
  sections: MailSection[];
  links: MailLink[];
  /** Why it came, and how it ends. */
  footer: string[];
};

export type MailSection = { heading: string; rows: MailRow[]; more?: string | undefined };
export type MailRow = { title: MailLink; details: string };
export type MailLink = { text: string; href: string };

export function toText({ greeting, sections, links, footer }: MailPage): string {
  const blocks = [
    greeting,
    ...sections.map(({ heading, rows, more }) =>
      [heading.toUpperCase(), ...rows.map(rowText), ...(more ? [more] : [])].join("\n\n"),
    ),
    links.map(linkText).join("\n"),
    ["-- ", ...footer].join("\n"), // the mark of a signature, which readers fold away
  ];
  return `${blocks.join("\n\n")}\n`;
}

const linkText = ({ text, href }: MailLink) => `${text}: ${href}`;

const rowText = ({ title, details }: MailRow) =>
  `${oneLine(title.text)}\n  ${oneLine(details)}\n  ${title.href}`;

const oneLine = (text: string) => text.replaceAll(/\s+/g, " ");

export function toHtml({ greeting, sections, links, footer }: MailPage): string {
  const parts = [
    `<p>${escaped(greeting)}</p>`,
    ...sections.map(sectionHtml),
    `<p>${links.map(linkHtml).join("<br>")}</p>`,
    `<hr><p><small>${footer.map(escaped).join("<br>")}</small></p>`,
  ];
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="color-scheme" content="light dark"></head>
<body>
${parts.join("\n")}
</body>
</html>
`;
}

function sectionHtml({ heading, rows, more }: MailSection): string {
  const items = rows.map(
    ({ title, details }) => `<li>${linkHtml(title)}<br>${escaped(details)}</li>`,
  );
  const rest = more ? `<p>${escaped(more)}</p>` : "";
  return `<h2>${escaped(heading)}</h2>\n<ul>\n${items.join("\n")}\n</ul>${rest}`;
}

const linkHtml = ({ text, href }: MailLink) => `<a href="${escaped(href)}">${escaped(text)}</a>`;

const ENTITIES: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** A text within HTML. */
export const escaped = (text: string) =>
  text.replaceAll(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);
