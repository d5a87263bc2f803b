import { rollUp } from "@/lib/domain/roll-up";
import { isActive, type Site } from "@/lib/domain/site";
import { badgeOf, componentBadge } from "./badge";
import { entryJson, entryMarkdown } from "./entry-texts";
import { historyEntries, updateEntries, type Choice } from "./feed-entries";
import { atomOf, rssOf, type Feed } from "./feeds";
import { TYPES, type SiteFile } from "./file";
import { maintenanceCalendar } from "./maintenance-calendar";
import { v2Answers } from "./v2";

/** Every file of the public site but its pages: a pure function of what the site is. */
export function dataFiles(site: Site): SiteFile[] {
  return [
    ...v2Files(site),
    ...feedFiles(site),
    ...entryFiles(site),
    ...calendarFiles(site),
    ...badgeFiles(site),
  ];
}

const data = (path: string, type: string, body: string): SiteFile => ({
  path,
  type,
  kind: "data",
  body,
});

const json = (path: string, value: object): SiteFile =>
  data(path, TYPES.json, JSON.stringify(value));

function v2Files(site: Site): SiteFile[] {
  return [...v2Answers(site)].map(([path, answer]) => {
    const [name, query] = path.split("?");
    return json(`api/v2/${name}.json${query === undefined ? "" : `?${query}`}`, answer);
  });
}

function feedFiles(site: Site): SiteFile[] {
  const { name, url } = site.page;
  const title = `${name} Status`;
  const feed = (path: string, ...[of, choice, at]: [string, Choice?, string?]): Feed[] => [
    {
      path: path === "" ? "history" : `${path}/history`,
      title: `${of} - Incident History`,
      alternate: at ?? url,
      entries: historyEntries(site, choice),
    },
    {
      path: path === "" ? "updates" : `${path}/updates`,
      title: `${of} - Updates`,
      alternate: at ?? url,
      entries: updateEntries(site, choice),
    },
  ];
  const ofComponents = site.components.flatMap(({ id, name: component }) =>
    feed(
      `components/${id}`,
      `${title}: ${component}`,
      { componentId: id },
      `${url}/components/${id}`,
    ),
  );
  const ofEntries = [...site.incidents, ...site.maintenances].map(({ id, title: entry }): Feed => ({
    path: `incidents/${id}`,
    title: `${title}: ${entry}`,
    alternate: `${url}/incidents/${id}`,
    entries: updateEntries(site, { entryId: id }),
  }));
  const all = [...feed("", title), ...ofComponents, ...ofEntries];
  return [...all.flatMap((one) => written(site, one)), ...ofKinds(site, feed("", title))];
}

const written = (site: Site, feed: Feed): SiteFile[] => [
  data(`${feed.path}.atom`, TYPES.atom, atomOf(site, feed)),
  data(`${feed.path}.rss`, TYPES.rss, rssOf(site, feed)),
];

/** The page's own feeds once more for those who want only incidents or only maintenance. */
function ofKinds(site: Site, feeds: Feed[]): SiteFile[] {
  return (["incident", "maintenance"] as const).flatMap((kind) =>
    feeds.flatMap((feed) => {
      const make = feed.path === "history" ? historyEntries : updateEntries;
      const narrow = { ...feed, entries: make(site, { kind }) };
      return written(site, narrow).map((file) => ({ ...file, path: `${file.path}?kind=${kind}` }));
    }),
  );
}

const entryFiles = (site: Site): SiteFile[] =>
  [...site.incidents, ...site.maintenances].flatMap((entry) => [
    json(`incidents/${entry.id}.json`, entryJson(site, entry)),
    data(`incidents/${entry.id}.md`, TYPES.markdown, entryMarkdown(site, entry)),
  ]);

const calendarFiles = (site: Site): SiteFile[] => [
  data("maintenance.ics", TYPES.calendar, maintenanceCalendar(site, site.maintenances)),
  ...site.maintenances.map((one) =>
    data(`incidents/${one.id}.ics`, TYPES.calendar, maintenanceCalendar(site, [one])),
  ),
];

function badgeFiles({ page, components, incidents }: Site): SiteFile[] {
  const leaves = components.filter(({ isGroup }) => !isGroup);
  const { indicator, description } = rollUp(leaves, incidents.filter(isActive));
  return [
    data("badge.svg", TYPES.svg, badgeOf(page.name, description, indicator)),
    ...leaves.map((leaf) =>
      data(`components/${leaf.id}/badge.svg`, TYPES.svg, componentBadge(leaf)),
    ),
  ];
}
