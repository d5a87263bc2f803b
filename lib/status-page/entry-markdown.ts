import { COMPONENT_STATUS_LABELS } from "@/lib/domain/component";
import { isMaintenance, type Site, type SiteEntry } from "@/lib/domain/site";
import { touchedComponents } from "./entry-json";
import { isCancelled } from "./v2-objects";

const iso = (at: number): string => new Date(at).toISOString();
const wordOf = (status: string): string => status.replaceAll("_", " ");

/** An incident or maintenance for people and assistants to read, in Markdown. */
export function entryMarkdown(site: Site, entry: SiteEntry): string {
  const updates = entry.updates.map((update) => updateText(site, update));
  return [
    `# ${entry.title}\n`,
    `${factsOf(site, entry)
      .map((fact) => `- ${fact}`)
      .join("\n")}\n`,
    "## Updates\n",
    ...updates,
    ...(entry.report ? [`## Report\n\n${entry.report.body}\n`] : []),
  ].join("\n");
}

function factsOf(site: Site, entry: SiteEntry): string[] {
  const names = touchedComponents(site, entry).map(({ name }) => name);
  return [
    `Status: ${isCancelled(entry) ? "cancelled" : wordOf(entry.status)}`,
    `Impact: ${entry.impact}`,
    ...(names.length > 0 ? [`Components: ${names.join(", ")}`] : []),
    ...(isMaintenance(entry)
      ? [`Planned: ${iso(entry.scheduledFor)} to ${iso(entry.scheduledUntil)}`]
      : [`Began: ${iso(entry.startedAt)}`]),
    ...(!isMaintenance(entry) && entry.resolvedAt !== null
      ? [`Resolved: ${iso(entry.resolvedAt)}`]
      : []),
    `Address: ${site.page.url}/incidents/${entry.id}`,
  ];
}

function updateText(
  { components }: Site,

  { status, at, correctedAt, body, changes }: SiteEntry["updates"][number],
): string {
  const corrected = correctedAt === null ? "" : ` (corrected ${iso(correctedAt)})`;
  const said = changes.flatMap(({ componentId, before, after }) => {
    const name = components.find((component) => component.id === componentId)?.name;
    const words = `${COMPONENT_STATUS_LABELS[before]} → ${COMPONENT_STATUS_LABELS[after]}`;
    return name === undefined || before === after ? [] : [`- ${name}: ${words}`];
  });
  const parts = [`### ${wordOf(status)}, ${iso(at)}${corrected}`, body, said.join("\n")];
  return `${parts.filter((part) => part !== "").join("\n\n")}\n`;
}
