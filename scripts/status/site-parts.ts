import { monthOf, monthsOf } from "@/components/status-site/history-page";
import { uptimeMonths } from "@/components/status-site/uptime-page";
import { groupedBy } from "@/lib/domain/grouped";
import { goesOn, type Site } from "@/lib/domain/site";
import type { SiteFile } from "@/lib/status-page/file";
import { pageFeeds } from "@/lib/status-page/feed-files";
import {
  componentFiles,
  entryFiles,
  olderFile,
  standingFiles,
  v2Files,
  v3File,
  wholeFiles,
} from "@/lib/status-page/files";
import { siteCuts } from "@/lib/status-page/site-cuts";
import type { Standing } from "@/lib/status-page/standing";
import { v2Older } from "@/lib/status-page/v2";
import { v3Pages } from "@/lib/status-page/v3";
import {
  apiPages,
  assetFiles,
  componentPages,
  entryPages,
  gonePages,
  historyPages,
  monthPages,
  steadyPages,
  uptimeMonthPages,
  uptimePages,
  wholePages,
} from "./pages";

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
    { name: "steady", of: [site.page, ...site.components], make: () => steadyPages(given) },
    { name: "assets", of: [], make: assetFiles },
    {
      name: "standing",
      of: [site, standing.staleSince, hourOf(standing)],
      make: () => standingFiles(site, standing),
    },
    { name: "api", of: [site.page, ...site.components], make: () => apiPages(site) },
    { name: "v2", of: [site], make: () => v2Files(site) },
    { name: "feeds", of: [site], make: () => pageFeeds(site) },
    { name: "rest", of: [site], make: () => wholeFiles(site) },
    ...entryParts(site, standing),
    ...componentParts(site, standing),
    ...monthParts(site, standing),
    ...goneParts(site, standing),
    ...uptimeParts(site, standing),
    ...olderParts(site),
    ...listParts(site),
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
      of: [...piecesOf(around), standing.staleSince, uptimeTime(around, standing)],
      make: () => [
        ...componentPages({ site: around, ...standing }, component),
        ...componentFiles(around, component, standing),
      ],
    };
  });
}

function monthParts(site: Site, standing: Standing): Part[] {
  const months = monthsOf(site);
  const entries = groupedBy([...site.incidents, ...site.maintenances], monthOf);
  const { aroundEntries } = siteCuts(site);
  const given = { site, ...standing };
  const part = (name: string, month: string | undefined, make: Part["make"]): Part => {
    const shown = entries.get(month ?? months[0] ?? "") ?? [];
    const minute = shown.some(goesOn) && minuteOf(standing);
    const around = piecesOf(aroundEntries(shown));
    return { name, of: [...around, months.join(), standing.staleSince, minute], make };
  };
  return [
    part("history", undefined, () => historyPages(given)),
    ...months.map((month) => part(`month ${month}`, month, () => monthPages(given, month))),
  ];
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

const goneParts = (site: Site, standing: Standing): Part[] =>
  (site.withdrawn ?? []).map((id) => ({
    name: `gone ${id}`,
    of: [site.page],
    isCold: true,
    make: () => gonePages({ site, ...standing }, id),
  }));

/** The current month goes on; of the others, corrections alone change something. */
function uptimeParts(site: Site, standing: Standing): Part[] {
  const [current, ...earlier] = uptimeMonths(site, standing.staleSince ?? standing.now);
  const given = { site, ...standing };
  const of = [site.page, ...site.components, current, standing.staleSince];
  const whole = {
    name: "uptime",
    of: [...of, uptimeTime(site, standing)],
    make: () => uptimePages(given),
  };
  if (current === undefined) return [whole];
  const part = (month: string, isCold: boolean, ...more: unknown[]): Part => ({
    name: `uptime ${month}`,
    of: [...of, ...more],
    isCold,
    make: () => uptimeMonthPages(given, month),
  });
  return [
    whole,
    part(current, false, uptimeTime(site, standing)),
    ...earlier.map((month) => part(month, true)),
  ];
}

/** Lists are cut from the oldest, so all but the newest page stay as they are. */
function listParts(site: Site): Part[] {
  const { aroundEntries } = siteCuts(site);
  return v3Pages(site).map((page) => ({
    name: `v3 ${page.path}`,
    of: piecesOf(aroundEntries(page.entries)),
    isCold: !page.isNewest,
    make: () => [v3File(page)],
  }));
}

/** Uptime falls by the minute while something is down, and else rises slowly. */
const uptimeTime = ({ components }: Site, standing: Standing): string =>
  components.every(({ status }) => status === "operational")
    ? `hour ${hourOf(standing)}`
    : `minute ${minuteOf(standing)}`;

const hourOf = ({ now }: Standing) => Math.floor(now / HOUR);
const minuteOf = ({ now }: Standing) => Math.floor(now / MINUTE);

const piecesOf = ({ page, components, incidents, maintenances }: Site): unknown[] => [
  page,
  ...components,
  ...incidents,
  ...maintenances,
];
