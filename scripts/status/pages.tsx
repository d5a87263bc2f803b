import { ComponentPage } from "@/components/status-site/component-page";
import { EntryPage } from "@/components/status-site/entry-page";
import { HistoryPage, monthOf, monthsOf } from "@/components/status-site/history-page";
import { HomePage } from "@/components/status-site/home-page";
import { MissingPage } from "@/components/status-site/missing-page";
import { isActive, isMaintenance, touchedBy, type Site, type SiteEntry } from "@/lib/domain/site";
import { TYPES, type SiteFile } from "@/lib/status-page/file";
import { STYLE, STYLE_PATH } from "@/lib/status-page/style";
import { rendered, type Page, type Rendered } from "./rendered";
import type { Standing } from "./site-files";

/** The pages of the public site, as documents that need no script, and their style. */
export function pageFiles(site: Site, standing: Standing, before: Rendered): SiteFile[] {
  return [
    ...rendered(pagesOf(site, standing), before),
    { path: STYLE_PATH, type: TYPES.css, kind: "asset", body: STYLE },
  ];
}

/** Every page, with what it is made of. */
export function pagesOf(site: Site, standing: Standing): Page[] {
  const { now, staleSince } = standing;
  const given = { site, ...standing };
  const around = [site.page, staleSince, STYLE_PATH];
  const entries: SiteEntry[] = [...site.incidents, ...site.maintenances];
  const page = (path: string, of: unknown[], document: Page["document"]): Page => ({
    path,
    of: [...around, ...of],
    document,
  });
  const months = monthsOf(site);
  const named = site.components.map(({ id, name }) => [id, name]);
  return [
    page("", [site, now], () => <HomePage {...given} />),
    page("history", [months, entries.filter((entry) => monthOf(entry) === months[0])], () => (
      <HistoryPage {...given} month={undefined} />
    )),
    ...months.map((month) =>
      page(
        `history/${month}`,
        [months, entries.filter((entry) => monthOf(entry) === month)],
        () => <HistoryPage {...given} month={month} />,
      ),
    ),
    ...entries.map((entry) =>
      page(
        `incidents/${entry.id}`,
        [entry, named.filter(([id = ""]) => touchedBy(entry).includes(id)), goesOn(entry) && now],
        () => <EntryPage {...given} entry={entry} />,
      ),
    ),
    ...site.components.map((component) =>
      page(`components/${component.id}`, [component, now], () => (
        <ComponentPage {...given} component={component} />
      )),
    ),
    { ...page("404", [], () => <MissingPage site={site} />), status: 404 },
  ];
}

const goesOn = (entry: SiteEntry) =>
  isMaintenance(entry) ? entry.resolvedAt === null : isActive(entry);
