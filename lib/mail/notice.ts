import { COMPONENT_STATUS_LABELS } from "@/lib/domain/component";
import { isMaintenance, type Site, type SiteEntry, type SiteMaintenance } from "@/lib/domain/site";
import {
  fullName,
  statusOf,
  touchedNames,
  type Told,
  type ToldUpdate,
} from "@/lib/status-page/told";
import { zoned } from "@/lib/status-page/zoned";
import { escaped } from "./page";

export type Written = { subject: string; text: string; html: string };

/** A mail before it is written: facts are lines of few words, the body is what people wrote. */
type Draft = {
  subject: string;
  heading: string;
  facts: string[];
  body?: string;
  link: { text: string; href: string };
};

/** What a subscriber reads of a change, from public texts alone. */
export function noticeMail(site: Site, told: Told, own: string): Written {
  const { name } = site.page;
  const footer = [
    `You get this because you subscribed to ${name}.`,
    `Choose what you hear of, or leave: ${own}`,
  ];
  return written(site, draftOf(site, told), footer);
}

function draftOf(site: Site, told: Told): Draft {
  if (told.kind === "update") return updateDraft(site, told.entry, told.update);
  if (told.kind === "reminder") return reminderDraft(site, told.entry);
  const { component, before, state } = told;
  const name = fullName(site, component);
  const now = COMPONENT_STATUS_LABELS[state.status];
  return {
    subject: `${name}: ${now}`,
    heading: name,
    facts: [
      `${COMPONENT_STATUS_LABELS[before]} → ${now}`,
      `Since ${moment(state.at, site.page.zone)}`,
    ],
    link: { text: "Its history", href: `${site.page.url}/components/${component.id}` },
  };
}

function updateDraft(site: Site, entry: SiteEntry, update: ToldUpdate): Draft {
  const { zone } = site.page;
  const { nextUpdateDueAt: due, at, body, changes, id } = update;
  const status = statusOf(entry, update);
  const names = new Map(site.components.map((one) => [one.id, fullName(site, one)]));
  const touched = touchedNames(site, entry);
  return {
    subject: `${status}: ${entry.title}`,
    heading: entry.title,
    facts: [
      `${status}, ${moment(at, zone)}`,
      ...(isMaintenance(entry) ? [windowOf(entry, zone)] : []),
      ...(touched.length > 0 ? [`Components: ${touched.join(", ")}`] : []),
      ...changes.map(
        ({ componentId, before, after }) =>
          `${names.get(componentId)}: ${COMPONENT_STATUS_LABELS[before]} → ${COMPONENT_STATUS_LABELS[after]}`,
      ),
      ...(due === null ? [] : [`Next update due: ${moment(due, zone)}`]),
    ],
    body,
    link: { text: "All updates", href: `${site.page.url}/incidents/${entry.id}#u-${id}` },
  };
}

function reminderDraft(site: Site, entry: SiteMaintenance): Draft {
  const touched = touchedNames(site, entry);
  return {
    subject: `Reminder: ${entry.title}`,
    heading: entry.title,
    facts: [
      windowOf(entry, site.page.zone),
      ...(touched.length > 0 ? [`Components: ${touched.join(", ")}`] : []),
    ],
    ...(entry.updates[0] && { body: entry.updates[0].body }),
    link: { text: "All updates", href: `${site.page.url}/incidents/${entry.id}` },
  };
}

const windowOf = ({ scheduledFor, scheduledUntil }: SiteMaintenance, zone: string) =>
  `Planned from ${moment(scheduledFor, zone)} to ${moment(scheduledUntil, zone)}`;

/** `1 May 2026, 16:00 CEST (14:00 UTC)` */
function moment(at: number, zone: string): string {
  const own = zoned(at, zone);
  const utc = zoned(at, "UTC");
  const inUtc = `${own.day === utc.day ? "" : `${utc.day}, `}${utc.time} UTC`;
  return `${own.day}, ${own.time} ${own.zone}${own.zone === "UTC" ? "" : ` (${inUtc})`}`;
}

/** Asks whether an address wants mail; who did not ask for it does nothing. */
export function confirmationMail(site: Site, own: string): Written {
  const { name, url } = site.page;
  return written(
    site,
    {
      subject: `Confirm that you want to hear from ${name}`,
      heading: `Do you want to hear of changes at ${name}?`,
      facts: [`Somebody, probably you, asked ${url} to send mail to this address.`],
      link: { text: "Yes, confirm", href: own },
    },
    ["If it was not you, do nothing: nothing more will come."],
  );
}

/** What comes where somebody subscribes an address that is told already. */
export function knownMail(site: Site, own: string): Written {
  const { name } = site.page;
  return written(
    site,
    {
      subject: `You are subscribed to ${name} already`,
      heading: `You are subscribed to ${name} already`,
      facts: ["Somebody, probably you, subscribed this address once more."],
      link: { text: "Choose what you hear of, or leave", href: own },
    },
    ["If it was not you, do nothing: nothing changes."],
  );
}

function written(site: Site, draft: Draft, footer: string[]): Written {
  const { heading, facts, body, link } = draft;
  const paragraphs = [
    oneLine(heading),
    facts.map(oneLine).join("\n"),
    ...(body === undefined ? [] : [body]),
    `${link.text}: ${link.href}`,
    ["-- ", ...footer].join("\n"), // the mark of a signature, which readers fold away
  ];
  return {
    subject: `[${oneLine(site.page.name)}] ${oneLine(draft.subject)}`,
    text: `${paragraphs.join("\n\n")}\n`,
    html: htmlOf(draft, footer),
  };
}

function htmlOf({ heading, facts, body, link }: Draft, footer: string[]): string {
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="color-scheme" content="light dark"></head>
<body>
<h1>${escaped(oneLine(heading))}</h1>
<p>${facts.map((fact) => escaped(oneLine(fact))).join("<br>")}</p>
${body === undefined ? "" : `<p>${escaped(body).replaceAll("\n", "<br>")}</p>\n`}<p><a href="${escaped(link.href)}">${escaped(link.text)}</a></p>
<hr><p><small>${footer.map(linked).join("<br>")}</small></p>
</body>
</html>
`;
}

/** A line of the footer, whose address at its end can be followed. */
const linked = (line: string) =>
  escaped(line).replace(/https?:\S+$/, (href) => `<a href="${href}">${href}</a>`);

const oneLine = (text: string) => text.replaceAll(/\s+/g, " ").trim();
