import { monthOf, monthsOf } from "@/components/status-site/history-page";
import { groupedBy } from "@/lib/domain/grouped";
import { isActive, isMaintenance, type Site, type SiteEntry } from "@/lib/domain/site";
import type { SiteFile } from "@/lib/status-page/file";
import { componentFiles, entryFiles, olderFile, wholeFiles } from "@/lib/status-page/files";
import { siteCuts } from "@/lib/status-page/site-cuts";
import { v2Older } from "@/lib/status-page/v2";
import { componentPages, entryPages, monthPages, wholePages } from "./pages";
import type { Standing } from "./site-files";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const RECENT = 15 * 24 * HOUR;

/** Some files of the site that are made of the same things. */
export type Part = {
  /** The same for as long as there is the part. */
  name: string;
  /** All that the files are made of: while each of these is the same object, the files are the same. */
  of: unknown[];
  /** Old news, of which few ask. */
  isCold?: boolean;
  make: () => SiteFile[];
};

/** The site in parts, in the order in which readers want them. */
export function siteParts(site: Site, standing: Standing): Part[] {
  const given = { site, ...standing };
  return [
    {
      name: "pages",
      of: [site, standing.staleSince, minuteOf(standing)],
      make: () => wholePages(given),
    },
    { name: "data", of: [site], make: () => wholeFiles(site) },
    ...entryParts(site, standing),
    ...componentParts(site, standing),
    ...monthParts(site, standing),
    ...olderParts(site),
  ];
}

function entryParts(site: Site, standing: Standing): Part[] {
  const { aroundEntries } = siteCuts(site);
  return [...site.incidents, ...site.maintenances]
    .toSorted((a, b) => b.updatedAt - a.updatedAt)
    .map((entry) => {
      const around = aroundEntries([entry]);
      return {
        name: `entry ${entry.id}`,
        of: [...piecesOf(around), standing.staleSince, goesOn(entry) && minuteOf(standing)],
        isCold: !goesOn(entry) && entry.updatedAt < standing.now - RECENT,
        make: () => [
          ...entryPages({ site: around, ...standing }, entry),
          ...entryFiles(around, entry),
        ],
      };
    });
}

function componentParts(site: Site, standing: Standing): Part[] {
  const { aroundComponent } = siteCuts(site);
  return site.components.map((component) => {
    const around = aroundComponent(component);
    return {
      name: `component ${component.id}`,
      of: [...piecesOf(around), standing.staleSince, Math.floor(standing.now / HOUR)],
      make: () => [
        ...componentPages({ site: around, ...standing }, component),
        ...componentFiles(around, component),
      ],
    };
  });
}

function monthParts(site: Site, standing: Standing): Part[] {
  const months = monthsOf(site);
  const entries = groupedBy([...site.incidents, ...site.maintenances], monthOf);
  const { aroundEntries } = siteCuts(site);
  return months.map((month) => {
    const around = aroundEntries(entries.get(month) ?? []);
    return {
      name: `month ${month}`,
      of: [...piecesOf(around), months.join(), standing.staleSince],
      make: () => monthPages({ site, ...standing }, month),
    };
  });
}

/** Whole components stand in these, so what is said of them counts too. */
function olderParts(site: Site): Part[] {
  const { aroundEntries } = siteCuts(site);
  const order = site.components.map(({ id }) => id).join();
  return v2Older(site).map((page) => ({
    name: page.path,
    of: [...piecesOf(aroundEntries(page.entries)), order],
    isCold: true,
    make: () => [olderFile(page)],
  }));
}

const minuteOf = ({ now }: Standing) => Math.floor(now / MINUTE);

const piecesOf = ({ page, components, incidents, maintenances }: Site): unknown[] => [
  page,
  ...components,
  ...incidents,
  ...maintenances,
];

const goesOn = (entry: SiteEntry): boolean =>
  isMaintenance(entry) ? entry.resolvedAt === null : isActive(entry);
